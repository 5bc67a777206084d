"""Join the clinic, its form service and the form's questions, and refuse a form that asks what it may not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from pelican.plugins import signals

from plugins.facts import THANK_YOU
from plugins.models.form import ConsultationForm, FormField, FormFields, Provider, Providers, origin
from plugins.models.form_rules import asked_of_health, told_of_health, unfit_fields, unfit_provider, unknown_provider
from plugins.models.placeholder import is_placeholder
from plugins.models.toml import TomlSource, read_toml

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import Generator

    from plugins.faults import Fault
    from plugins.models.clinic import Clinic, Form

CLINIC, PROVIDERS, FIELDS = "clinic.toml", "form-providers.toml", "consultation-form.toml"
RECEIVER = "/form-receiver/"  # tools/form_receiver.py, in the preview only
NOBODY = "https://forms.example.com/consultation"  # RFC 2606


def read_form(
    data: Path, clinic: Clinic, site_url: str, faults: set[Fault], *, development: bool = False
) -> ConsultationForm | None:
    """The form as pages show it; None with every complaint added to ``faults``.

    ``site_url`` is where the site is published, without a slash at its end. In development the form is sent to the
    preview's own receiver and not to the service.
    """
    providers = read_toml(data / PROVIDERS, Providers, faults)
    fields = read_toml(data / FIELDS, FormFields, faults)
    if not providers or not fields:
        return None
    provider = providers.root.get(clinic.form.provider)
    facts, services, questions = (TomlSource.read(data / name) for name in (CLINIC, PROVIDERS, FIELDS))
    wrong = {*unknown_provider(clinic.form, providers.root, facts)}
    if provider:
        wrong |= {*unfit_provider(clinic.form, provider, facts)}
        wrong |= {*told_of_health(clinic.form, provider, services)}
        wrong |= {*unfit_fields(fields.field, provider, questions)}
    if clinic.form.baa != "signed":
        wrong |= {*asked_of_health(fields.field, questions)}
    faults |= wrong
    return None if wrong or not provider else _filled(clinic.form, provider, fields.field, site_url, development)


def _filled(
    form: Form, provider: Provider, fields: list[FormField], site_url: str, development: bool
) -> ConsultationForm:
    def address(pattern: str) -> str:
        if development and not provider.hosted:
            return RECEIVER
        filled = provider.filled(pattern, form.id if provider.hosted else quote(form.id, safe="@"))
        # While the clinic has no form there, nobody else's service is to get what visitors type.
        return (NOBODY if is_placeholder(form.id) else filled) if origin(pattern) or provider.hosted else root + filled

    root = urlsplit(site_url).path
    answers: dict[str, object] = {}
    if provider.answers:
        answers = provider.answers.model_dump(exclude_none=True)
        answers["endpoint"] = address(provider.answers.endpoint or provider.endpoint)
    action = address(provider.endpoint)
    asked = map(origin, (action, str(answers.get("endpoint", "")), *provider.hosts))
    return ConsultationForm(
        provider=form.provider,
        receiver=provider.name,
        action=action,
        thank_you=f"{site_url}/{THANK_YOU}/",
        hosted=provider.hosted,
        redirect=provider.redirect,
        honeypot=provider.honeypot,
        hidden={name: provider.filled(value, form.id) for name, value in provider.hidden.items()},
        attributes={name: provider.filled(value, form.id) for name, value in provider.attributes.items()},
        answers=answers,
        hosts=list(dict.fromkeys(filter(None, asked))),
        fields=fields,
    )


def read(pelican: Pelican) -> None:
    """Set ``settings["FORM"]``, None where there are faults."""
    settings = pelican.settings
    clinic, data, url = settings["CLINIC"], Path(settings["DATA_PATH"]), settings["SITEURL"]
    development = not settings["PRODUCTION"]
    settings["FORM"] = clinic and read_form(data, clinic, url, settings["FAULTS"], development=development)


def hand_over(generator: Generator) -> None:
    """Give the templates ``form``."""
    generator.env.globals["form"] = generator.settings["FORM"]


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(read)
    signals.generator_init.connect(hand_over)
