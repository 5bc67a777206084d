"""The rules that a form service, the clinic's choice of it and the form's questions keep together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.faults import did_you_mean
from plugins.models.form import LONG
from plugins.models.health import word_of_health
from plugins.models.placeholder import is_placeholder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.faults import Fault
    from plugins.models.clinic import Form
    from plugins.models.form import FormField, Provider
    from plugins.models.toml import TomlSource

CALL_INSTEAD = "ask it by telephone, or have the service sign an agreement and say so in data/clinic.toml (baa)"


def unknown_provider(form: Form, providers: dict[str, Provider], source: TomlSource) -> Iterator[Fault]:
    """The service is one that data/form-providers.toml describes."""
    if form.provider not in providers:
        todo = did_you_mean(form.provider, providers, f"the services known are {', '.join(providers)}")
        yield source.fault_at(f'there is no form service "{form.provider}"', todo, "form", "provider")


def unfit_provider(form: Form, provider: Provider, source: TomlSource) -> Iterator[Fault]:
    """The clinic says of its service what can be true."""
    if form.baa == "signed" and provider.baa == "no":
        what = f"{provider.name} is not known to sign a business associate agreement"
        yield source.fault_at(what, 'choose another service, or write baa = "none"', "form", "baa")
    if provider.hosted and not (is_placeholder(form.id) or form.id.startswith("https://")):
        what = f'the form\'s address is "{form.id}"'
        yield source.fault_at(
            what, "write the address of the form's own page, which begins with https://", "form", "id"
        )


def told_of_health(form: Form, provider: Provider, source: TomlSource) -> Iterator[Fault]:
    """Nothing hidden in the form names a condition."""
    for table in ("hidden", "attributes"):
        for name, pattern in getattr(provider, table).items():
            value = provider.filled(pattern, form.id)
            if word := word_of_health(name, value):
                what = f'the form would send {name} = "{value}", and "{word}" tells about health'
                yield source.fault_at(what, "name no illness, medicine or treatment in it", form.provider, table, name)


def asked_of_health(fields: list[FormField], source: TomlSource) -> Iterator[Fault]:
    """Without an agreement the form asks nothing about health, nor leaves room for it."""
    for number, field in enumerate(fields):
        if field.type in LONG:
            kind = f'"{field.name}" is a {field.type}, where people write about their health'
            yield source.fault_at(kind, CALL_INSTEAD, "field", number, "type")
        elif word := word_of_health(field.name, field.label, *field.options):
            what = f'"{field.name}" asks about health ("{word}")'
            yield source.fault_at(what, CALL_INSTEAD, "field", number, "name")


def unfit_fields(fields: list[FormField], provider: Provider, source: TomlSource) -> Iterator[Fault]:
    """Each question can be answered, asked once, and told when it is missing; one of them asks for consent."""
    taken = {provider.redirect, provider.honeypot, *provider.hidden}
    for number, field in enumerate(fields):
        if (field.type in {"select", "radio"}) is not bool(field.options):
            todo = 'write options = ["…", "…"]' if not field.options else 'leave them out, or make its type "select"'
            what = f'"{field.name}" has {"no options" if not field.options else "options"}, and is a {field.type}'
            yield source.fault_at(what, todo, "field", number)
        if field.required and not field.message:
            what = f'"{field.name}" must be answered, and nothing says so where it is not'
            yield source.fault_at(what, 'write message = "Please …"', "field", number)
        if field.name in taken:
            what = f'"{field.name}" is a name that {provider.name} or another question uses'
            yield source.fault_at(what, "give it another name", "field", number, "name")
        taken.add(field.name)
    if not any(field.type == "checkbox" and field.required for field in fields):
        yield source.fault_at("nothing asks for consent", 'add a [[field]] with type = "checkbox" and required = true')
