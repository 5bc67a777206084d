"""Hold every sentence and page against the rules of medical advertising; keep allowances out of what is published."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from pelican.plugins import signals

from plugins.contract import kind_of
from plugins.drafts import says_draft
from plugins.faults import BuildRefused, Fault, Source
from plugins.models.allowances import read_allowances, unused, written
from plugins.models.claims.fact import Fact
from plugins.models.claims.page import Page, told
from plugins.models.claims.rule import RULES, Known, claims
from plugins.models.days import today
from plugins.models.memory import key_of
from plugins.models.prose import blank, body_start
from plugins.models.remembered import key_in, made_once
from plugins.models.sentences import sentences
from plugins.models.texts import texts
from plugins.models.toml import TomlSource
from plugins.models.unclosed import read_as_meant
from plugins.sections import files_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from markdown import Markdown
    from pelican import Pelican
    from pelican.contents import Content
    from pelican.settings import Settings

    from plugins.models.bibliography import Work
    from plugins.models.sentences import Sentence

    Part = tuple[Source, list[Sentence]]

BEFORE_ALL = 102  # plugins/leftovers.py has 101


@lru_cache(maxsize=32)  # the sections of an article are read again for each of them
def _sentences(path: Path, text: str) -> list[Sentence]:
    return sentences(Source(path, text))


def check_words(source: Source, known: Known, faults: set[Fault]) -> None:
    """Add a fault or warning for each claim of a page that breaks a rule and is not allowed."""
    found = claims(_sentences(source.path, source.text), known)
    allowances = read_allowances(source, RULES, faults)
    faults.update(unused(allowances, found, source))
    for claim in found:
        if not any(allowance.covers(claim) for allowance in allowances):
            faults.add(claim.fault(source, claim.at))


class ClaimsProcessor(Preprocessor):
    """Reads a page's text before Markdown does, and leaves its allowances blank."""

    def run(self, lines: list[str]) -> list[str]:
        """Called by Python-Markdown with the page's lines."""
        markdown: Any = self.md
        check_words(markdown.source, markdown.settings.get("KNOWN", Known()), markdown.faults)
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
    """Hold a page against the rules for its kind; an article counts as a whole, also where a section is read anew."""
    path, settings = Path(content.source_path), content.settings
    if path.suffix != ".md":
        return
    kind, paths = kind_of(path.relative_to(settings["PATH"]).as_posix()), [path]
    if kind in {"article", "section"}:
        kind, paths = "article", files_of(path.parent)
    try:
        parts = [Source.read(part) for part in paths]
    except BuildRefused:
        return  # the reader has told which file is not UTF-8
    if not parts[0].text[body_start(parts[0].text) :].strip():
        check_words(parts[0], settings["KNOWN"], settings["FAULTS"])  # Markdown does not look at an empty page
    if settings["TOLD"] is None:
        settings["TOLD"] = _told_of_all(Path(settings["PATH"]), settings)
    key = _key(kind, parts, settings)
    settings["FAULTS"] |= settings["TOLD"].get(key) or next(
        made_once(settings, [key], [(kind, parts)], _told_by(settings))
    )


def _told_of_all(content: Path, settings: Settings) -> dict[bytes, set[Fault]]:
    """What is wrong with each page, by its key: looked for at once, because then it is on every core."""
    pages = []
    for path in texts(content):
        kind = kind_of(path.relative_to(content).as_posix())
        if kind != "section":
            with suppress(BuildRefused):
                files = files_of(path.parent) if kind == "article" else [path]
                pages.append((kind, [Source.read(part) for part in files]))
    keys = [_key(*page, settings) for page in pages]
    return dict(zip(keys, made_once(settings, keys, pages, _told_by(settings)), strict=True))


def _key(kind: str, parts: list[Source], settings: Settings) -> bytes:
    named = (text for part in parts for text in (part.name, part.text))
    return key_in(settings, "claims", kind, str(today().year), *named)


def _told_by(settings: Settings) -> Callable[[tuple[str, list[Source]]], set[Fault]]:
    """What finds what is wrong with a page of a kind, made of these parts."""

    def told_of(page: tuple[str, list[Source]]) -> set[Fault]:
        kind, parts = page
        if not all(read_as_meant(part.text) for part in parts):
            return set()  # words that are there would be missed
        read = [(part, _sentences(part.path, part.text)) for part in parts]
        shown = [] if says_draft(parts[0].text) else [part for part in read if not says_draft(part[0].text)]
        return {*page_faults(kind, read, shown, settings["WORKS"])}

    return told_of


def page_faults(kind: str, read: list[Part], shown: list[Part], works: Mapping[str, Work]) -> Iterator[Fault]:
    """What is wrong with a page as it is ``shown``; a warning for what only its drafts, which are ``read``, add."""
    year = today().year
    now = told(Page(kind, shown, works, year)) if shown else []
    known = {each.what for each in now}
    later = [each for each in told(Page(kind, read, works, year)) if each.what not in known] if read != shown else []
    for each in now:
        yield each.source.fault(each.what, each.todo, each.at, warning=each.warning)
    for each in later:
        what = f"once this is no draft: {each.what}"
        yield each.source.fault(what, each.todo, each.at, warning=True)


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(check_facts)
    signals.content_object_init.connect(check_page)
