"""Hold every sentence and page against the rules of medical advertising; keep allowances out of what is published."""

from __future__ import annotations

from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from pelican.plugins import signals

from plugins.contract import kind_of
from plugins.faults import BuildRefused, Fault, Source
from plugins.models.allowances import written
from plugins.models.claims.fact import Fact
from plugins.models.claims.rule import Known
from plugins.models.memory import key_of
from plugins.models.page_claims import Whole
from plugins.models.prose import blank
from plugins.models.remembered import made_once
from plugins.models.texts import texts
from plugins.models.toml import TomlSource
from plugins.sections import files_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown import Markdown
    from pelican import Pelican
    from pelican.contents import Content
    from pelican.settings import Settings

BEFORE_ALL = 102  # plugins/leftovers.py has 101


class ClaimsProcessor(Preprocessor):
    """Reads a page's text before Markdown does, and leaves its allowances blank."""

    def run(self, lines: list[str]) -> list[str]:
        """Called by Python-Markdown with the page's lines."""
        text = "\n".join(lines)
        for allowance in written(text):
            text = text[: allowance.start()] + blank(allowance[0]) + text[allowance.end() :]
        return text.split("\n")


class Claims(Extension):
    """The extension that pelicanconf.py names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown."""
        md.preprocessors.register(ClaimsProcessor(md), "claims", BEFORE_ALL)


def check_facts(pelican: Pelican) -> None:
    """Put what the rules look up into ``settings["KNOWN"]``; hold the grades and the tagline against them."""
    settings = pelican.settings
    grades, clinic = settings["EVIDENCE"], settings["CLINIC"]
    against = frozenset(grades["ptsd"].opposing) if "ptsd" in grades else None
    settings["TOLD"] = None
    settings["KNOWN"] = known = Known(against, bool(clinic and clinic.switches.offers_spravato.yes))
    facts = [*_facts(settings)]
    rules = settings["CODE"], str(known.offers_spravato), ",".join(sorted(against or ())), str(against is None)
    keys = [key_of("claims of a fact", *rules, fact.text, ",".join(sorted(fact.cited))) for fact in facts]
    broken = made_once(settings, keys, facts, lambda fact: bool(fact.claims(known)))
    for fact in compress(facts, broken):
        settings["FAULTS"].update(fact.faults(known))


def _facts(settings: Settings) -> Iterator[Fact]:
    clinic, data = settings["CLINIC"], Path(settings["DATA_PATH"])
    evidence = TomlSource.read(data / "evidence.toml")
    for condition, grade in settings["EVIDENCE"].items():
        cited = frozenset((*grade.supporting, *grade.opposing))
        for field in ("name", "sentence", "fda"):
            yield Fact(getattr(grade, field), cited, evidence, (condition, field))
    if clinic:
        yield Fact(clinic.tagline, frozenset(), TomlSource.read(data / "clinic.toml"), ("tagline",))


def check_page(content: Content) -> None:
    """Hold a page's words against the rules, and all of it against those for its kind; a section is part of its page.

    All are held at once, on every core, when the first is met; a text that is met again has been read anew since.
    """
    path, settings = Path(content.source_path), content.settings
    if path.suffix != ".md":
        return
    if settings["TOLD"] is None:
        settings["TOLD"] = _told_of_each(texts(Path(settings["PATH"])), settings)
    told = settings["TOLD"].pop(path, None)
    settings["FAULTS"] |= _told_of_each([path], settings)[path] if told is None else told


def _told_of_each(paths: Iterable[Path], settings: Settings) -> dict[Path, set[Fault]]:
    """What is wrong with the page that each of these texts is, or is part of."""
    pages: dict[Path, Whole] = {}
    for path in paths:
        if path not in pages:
            kind = kind_of(path.relative_to(settings["PATH"]).as_posix())
            files = files_of(path.parent) if kind in {"article", "section"} else []
            if path in files:
                pages |= dict.fromkeys(files, Whole("article", [*map(_source, files)]))
            else:
                pages[path] = Whole(kind, [_source(path)])
    wholes = [*dict.fromkeys(pages.values())]
    told = made_once(settings, [whole.key(settings) for whole in wholes], wholes, lambda whole: whole.told(settings))
    by_whole = dict(zip(wholes, told, strict=True))
    return {path: by_whole[whole] for path, whole in pages.items()}


def _source(path: Path) -> Source:
    """The text of a file; none where it is not UTF-8, which the reader tells."""
    try:
        return Source.read(path)
    except BuildRefused:
        return Source(path, "")


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(check_facts)
    signals.content_object_init.connect(check_page)
