"""Any form service is one line away, and no form asks what it may not."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from plugins.faults import ROOT, Fault
from plugins.forms import NOBODY, RECEIVER, read_form
from plugins.models.health import word_of_health
from tests.conftest import write_files
from tests.plugins.complaints import complaints, place
from tests.plugins.known import clinic

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.models.form import ConsultationForm
    from tests.conftest import Project

DATA = ROOT / "data"
PROVIDERS = tomllib.loads((DATA / "form-providers.toml").read_text(encoding="utf-8"))
URL = "https://nova.health/clinic"


def form(provider: str, form_id: str = "abc", *, development: bool = False) -> ConsultationForm:
    """The form of the project's own data, for a clinic that uses this service."""
    chosen = clinic(form={"provider": provider, "id": form_id, "baa": "none"})
    faults: set[Fault] = set()
    read = read_form(DATA, chosen, URL, faults, development=development)
    assert read, faults
    return read


@pytest.mark.parametrize(
    ("provider", "action", "asked", "hosts"),
    [
        ("formspree", "https://formspree.io/f/abc", "https://formspree.io/f/abc", ["https://formspree.io"]),
        ("basin", "https://usebasin.com/f/abc", "https://usebasin.com/f/abc.json", ["https://usebasin.com"]),
        (
            "formsubmit",
            "https://formsubmit.co/abc",
            "https://formsubmit.co/ajax/abc",
            ["https://formsubmit.co"],
        ),
        ("formspark", "https://submit-form.com/abc", None, ["https://submit-form.com"]),
        ("netlify", "/clinic/thank-you/", None, []),
        ("cloudflare-pages", "/clinic/consultation", "/clinic/consultation", []),
    ],
)
def test_a_service_says_where_the_form_goes(provider: str, action: str, asked: str | None, hosts: list[str]) -> None:
    filled = form(provider)

    assert (filled.action, filled.answers.get("endpoint"), filled.hosts) == (action, asked, hosts)
    assert filled.thank_you == "https://nova.health/clinic/thank-you/"


def test_the_clinics_own_id_goes_where_the_service_wants_it() -> None:
    assert form("web3forms").hidden == {"access_key": "abc", "subject": "Consultation request"}
    assert form("netlify").attributes["name"] == "abc"
    assert form("netlify").hidden == {"form-name": "abc"}
    assert form("formsubmit", "a b@nova.health").action == "https://formsubmit.co/a%20b@nova.health"
    assert form("link", "https://hipaa.jotform.com/abc").action == "https://hipaa.jotform.com/abc"


@pytest.mark.parametrize("provider", PROVIDERS)
def test_while_the_clinic_has_no_form_there_nobody_elses_service_gets_it(provider: str) -> None:
    filled = form(provider, "To be confirmed: the form's id")
    addresses = {filled.action, filled.answers.get("endpoint", filled.action)}

    assert addresses <= {NOBODY, "/clinic/thank-you/", "/clinic/consultation"}


@pytest.mark.parametrize("provider", sorted(PROVIDERS.keys() - {"link"}))
def test_in_development_the_preview_receives_it(provider: str) -> None:
    filled = form(provider, development=True)

    assert {filled.action, filled.answers.get("endpoint", RECEIVER)} == {RECEIVER}
    assert filled.hosts == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Your medicines", "medicines"),
        ("date_of_birth", "date_of_birth"),
        ("DOB", "DOB"),
        ("Insurance member ID", "Insurance"),
        ("What are your symptoms?", "symptoms"),
        ("Your name", None),
        ("You may contact me about this request.", None),
        ("Best time to reach you", None),
        ("Language", None),
    ],
)
def test_questions_about_health_are_known(text: str, word: str | None) -> None:
    assert word_of_health(text) == word


def test_a_build_refuses_every_fault_of_the_form(project: Project) -> None:
    fields, services = "data/consultation-form.toml", "data/form-providers.toml"
    project.replace("data/clinic.toml", 'provider = "example"', 'provider = "formspree"')
    project.replace("data/clinic.toml", 'baa = "none"', 'baa = "signed"')
    project.replace(fields, 'type = "checkbox"', 'type = "radio"')
    project.replace(fields, 'options = ["Any time", "Morning", "Afternoon"]', "")
    project.replace(fields, 'name = "email"', 'name = "telephone"')
    project.replace(services, '{ _subject = "Consultation request" }', '{ _subject = "Ketamine for depression" }')
    told = complaints(project)

    def at(name: str, needle: str) -> str:
        return place(project, name, needle)

    options = 'write options = ["…", "…"]'
    hidden = 'the form would send _subject = "Ketamine for depression", and "Ketamine" tells about health'
    email = at(fields, 'name = "telephone"\nlabel = "E-mail')
    time, consent = (at(fields, f'[[field]]\nname = "{name}"') for name in ("best_time", "consent"))
    assert told == [
        f"{at('data/clinic.toml', 'baa =')}: Formspree is not known to sign a business associate agreement; "
        'choose another service, or write baa = "none"',
        f'{fields}:1:1: nothing asks for consent; add a [[field]] with type = "checkbox" and required = true',
        f'{email}: "telephone" is a name that Formspree or another question uses; give it another name',
        f'{time}: "best_time" has no options, and is a select; {options}',
        f'{consent}: "consent" has no options, and is a radio; {options}',
        f"{at(services, 'hidden')}: {hidden}; name no illness, medicine or treatment in it",
    ]


def test_without_an_agreement_nothing_about_health_is_asked(project: Project) -> None:
    fields = "data/consultation-form.toml"
    story = '\n[[field]]\nname = "story"\nlabel = "Your story"\ntype = "textarea"\n'
    born = '\n[[field]]\nname = "born"\nlabel = "Date of birth"\ntype = "date"\n'
    text = (project.path / fields).read_text(encoding="utf-8")
    project.write(fields, text + story + born)
    todo = "ask it by telephone, or have the service sign an agreement and say so in data/clinic.toml (baa)"

    long, date = (place(project, fields, found) for found in ('type = "textarea"', 'name = "born"'))

    assert complaints(project) == [
        f'{long}: "story" is a textarea, where people write about their health; {todo}',
        f'{date}: "born" asks about health ("birth"); {todo}',
    ]
    project.replace("data/clinic.toml", 'baa = "none"', 'baa = "signed"')
    assert project.build().code == 0


def test_an_unknown_service_is_told_with_the_nearest(project: Project) -> None:
    project.replace("data/clinic.toml", 'provider = "example"', 'provider = "formspre"')

    where = place(project, "data/clinic.toml", "provider =")
    assert complaints(project) == [f'{where}: there is no form service "formspre"; did you mean "formspree"?']


def test_a_hosted_form_needs_its_address(project: Project) -> None:
    project.replace("data/clinic.toml", 'provider = "example"', 'provider = "link"')
    project.replace("data/clinic.toml", "To be confirmed: the form's id", "jotform")

    todo = "write the address of the form's own page, which begins with https://"
    assert complaints(project) == [
        f'{place(project, "data/clinic.toml", "id =")}: the form\'s address is "jotform"; {todo}'
    ]


def test_success_is_told_by_a_value_or_by_any_text_and_not_by_both(tmp_path: Path) -> None:
    for name in ("clinic.toml", "consultation-form.toml"):
        write_files(tmp_path, {name: (DATA / name).read_text(encoding="utf-8")})
    services = (DATA / "form-providers.toml").read_text(encoding="utf-8")
    write_files(
        tmp_path, {"form-providers.toml": services.replace('type = "string" }', 'type = "string", equals = 1 }')}
    )

    faults: set[Fault] = set()
    assert read_form(tmp_path, clinic(), URL, faults) is None
    assert ["give either equals or type" in str(fault) for fault in faults] == [True]
