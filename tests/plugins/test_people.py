"""Whoever is named is somebody of data/people.toml, and shows as provisional until confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.faults import Fault
from plugins.models.people import People
from plugins.models.toml import read_toml
from plugins.people import FILE, NAMED, pages_missing, unknown_to
from tests.conftest import write_files
from tests.plugins.known import FACTS, PAT, clinic, people

if TYPE_CHECKING:
    from pathlib import Path


ANN = """[ann]
name = "Ann Roe"
credentials = "PMHNP-BC"
role = "clinical reviewer"
license_state = "Virginia"
"""


def told(faults: set[Fault]) -> list[str]:
    return [f"{fault.path.rpartition('/')[2]}{str(fault).removeprefix(fault.path)}" for fault in sorted(faults)]


def test_a_person_is_named_with_credentials_and_a_placeholder_alone() -> None:
    known = people(new={**PAT, "name": "To be named: reviewer"}).root
    assert (known["pat"].named, known["new"].named) == ("Pat Doe, MD", "To be named: reviewer")
    assert (people().named("pat"), people().named("nobody")) == ("Pat Doe, MD", "")


def test_a_persons_page_has_the_address_that_its_path_names() -> None:
    known = people(ann={**PAT, "page": "people/ann.md"}, bob={**PAT, "page": "people/bob/index.md"}).root
    assert [person.address for person in known.values()] == ["", "people/ann/", "people/bob/"]


def test_placeholders_are_listed_by_the_name_they_have_in_the_file() -> None:
    assert people().placeholders == []
    assert people(new={**PAT, "name": "To be named: reviewer"}).placeholders == ["new.name"]


def test_what_is_wrong_with_people_is_told(tmp_path: Path) -> None:
    terrible = ANN.replace("credentials", "credential").replace('"Virginia"', '""') + 'page = "Ann Roe.md"\n'
    write_files(tmp_path, {FILE: terrible})
    faults = set[Fault]()
    assert read_toml(tmp_path / FILE, People, faults) is None
    assert told(faults) == [
        'people.toml:1:1: "credentials" is missing; add credentials = …: the credentials behind the name, such as MD',
        'people.toml:3:1: there is no "credential"; did you mean "credentials"?',
        'people.toml:5:1: "license_state" is empty; write the state that licenses the person, such as Virginia',
        "people.toml:6:1: \"page\" is 'Ann Roe.md'; "
        "write the file in content/ that tells about the person, such as people/name.md, or leave it out",
    ]


def test_who_is_named_and_the_page_that_is_named_are_there(tmp_path: Path) -> None:
    named = "\n".join(f'{field} = "{FACTS[field]}"' for field in NAMED)
    write_files(tmp_path, {FILE: f'{ANN}page = "ann.md"\n', "clinic.toml": f"# The clinic\n{named}\n"})
    known = read_toml(tmp_path / FILE, People, set())
    found = {*pages_missing(known, tmp_path, tmp_path), *unknown_to(known, clinic(), tmp_path)}
    nobody = 'data/people.toml has nobody called "pat"; the people there are ann; write one of them'
    assert told(found) == [
        f"clinic.toml:2:1: {nobody}",
        f"clinic.toml:3:1: {nobody}",
        'people.toml:6:1: there is no file "content/ann.md"; correct it, or leave it out',
    ]
    write_files(tmp_path, {"ann.md": "Words."})
    ours = clinic(**dict.fromkeys(NAMED, "ann"))
    assert not {*pages_missing(known, tmp_path, tmp_path), *unknown_to(known, ours, tmp_path)}
