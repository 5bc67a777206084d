"""Check every link that an editor writes, by file and line."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from pelican.contents import Content
from pelican.plugins import signals

from plugins.drafts import is_draft
from plugins.faults import Source, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pelican.generators import Generator

# What each link leads to, nothing for those within the page; plugins/pictures.py sees to other pictures. The expression
# begins with letters that it asks for as they are, so a search leaps to these.
LINK = re.compile(r'="(?:(?<=href=")(?:#[^"]*)?|(?<=src=")(?=\{))([^"]*)"')
TO_SECTION = re.compile(r'(href=")(\{filename\}[^"#]*)#([^"]*)"')
INTERNAL = re.compile(r"\{(filename|static|attach)\}(.*)")
FILES = ("static", "attach")  # in braces before a link to a file that is copied
KNOWN_SCHEMES = {"", "https", "mailto", "tel", "sms", "clinic"}  # an unknown clinic: link has been reported by then
Followed = tuple[str, str, bool]  # a link, and what else it depends on: its page's folder, whether that is a draft
get_static_links = Content.get_static_links  # Pelican's own


def sparing_static_links(content: Content) -> set[str]:
    """As Pelican's own, whose search is slow and finds nothing where neither word stands."""
    return get_static_links(content) if any(kind in content._content for kind in FILES) else set()


def lead_to_sections(documents: Iterable[Content]) -> None:
    """A link to a heading inside a section's file leads to that heading on the article's page."""
    for document in documents:
        known = document._context["generated_content"]

        def to_article(match: re.Match[str], document: Content = document, known: dict[str, Content] = known) -> str:
            target = known.get(_path(match[2].removeprefix("{filename}"), document))
            if target is None or not hasattr(target, "article"):
                return match[0]
            return f'{match[1]}{{filename}}/{target.article.get_relative_source_path()}#{match[3]}"'

        written = document._content
        led = TO_SECTION.sub(to_article, written)
        if led != written:
            document._content = led


def check(generators: list[Generator]) -> None:
    """Every link within the site names a file that is there, as ``{filename}…`` or ``{static}…``."""
    context = generators[0].context
    documents = [page for page in context["generated_content"].values() if page]
    sound: set[Followed] = set()
    for document in documents:
        check_links(document, context, sound)
    lead_to_sections(documents)


def check_links(document: Content, context: dict[str, Any], sound: set[Followed]) -> None:
    """Add a fault for each link in one document that leads nowhere.

    ``sound`` gathers the links that lead somewhere, each with what else that depends on: none is followed twice.
    """
    folder, draft = _folder(document), is_draft(document)
    targets = [unescape(href) for href in LINK.findall(document._content)]
    for target in {*targets}:
        followed = target, folder, draft
        if followed in sound:
            continue
        complaint = _complaint(target, document, context)
        if complaint is None:
            sound.add(followed)
        else:
            source = Source.read(Path(document.source_path))
            places = (_place(target, nth, source) for nth in range(targets.count(target)))
            document.settings["FAULTS"].update(source.fault(*complaint, at) for at in places)


def _complaint(target: str, document: Content, context: dict[str, Any]) -> tuple[str, str] | None:
    internal = INTERNAL.match(target)
    if internal:
        what, path = internal[1], _path(urlsplit(internal[2]).path, document)
        known = context["generated_content" if what == "filename" else "static_content"]
        if path in known and Path(known[path].source_path).exists():
            published = document.settings["PRODUCTION"] and not is_draft(document)
            if what == "filename" and is_draft(known[path]) and published:
                return f'the link "{target}" leads to a draft', "publish that page, or remove the link"
            if what == "filename" or known[path] in context["staticfiles"]:
                return None
            return f'the link "{target}" leads to a file that is not published', "keep only pictures in content/images/"
        if path in document.settings["NOTICES_OFF"]:
            switch = document.settings["NOTICES_OFF"][path]
            what = f'the link "{target}" leads to a notice that the switch {switch} of data/clinic.toml turns off'
            return what, "take the sentence out, or answer that question otherwise"
        return f'the link "{target}" leads to no file', _nearest(path, [name for name in known if name != path], what)
    address = urlsplit(target)
    typed_from_preview = address.hostname in {"localhost", "127.0.0.1"}
    if typed_from_preview or (not address.scheme and not address.netloc and address.path):
        meant = posixpath.normpath(address.path.strip("/")).removesuffix(".md")
        known = (f"{meant}.md", posixpath.normpath(f"{meant}/index.md"))
        files = [name for name in known if name in context["generated_content"]]
        todo = f"write {{filename}}/{files[0]}" if files else "name a file, {filename}/about.md, or begin with https://"
        return f'the link "{target}" names an address', todo
    if address.scheme not in KNOWN_SCHEMES or (address.netloc and not address.scheme):
        return f'the link "{target}" does not begin with https://', "use the page's https address"
    return None


def _place(target: str, nth: int, source: Source) -> int:
    """Where ``target`` is written for the ``nth`` time as a whole link; where that is not found, its first place."""
    link = re.compile(rf"""(?:[(<"']|\]:\s*)({re.escape(target)})(?=[)>"'\s])""")
    places = [match.start(1) for match in link.finditer(source.text)]
    return places[nth] if nth < len(places) else source.find(target)


def _path(written: str, document: Content) -> str:
    """The linked file, relative to content/."""
    folder = "" if written.startswith("/") else _folder(document)
    return posixpath.normpath(posixpath.join(folder, unquote(written).lstrip("/")))


def _folder(document: Content) -> str:
    """Where the document lies, relative to content/; Pelican works its own ``relative_dir`` out each time."""
    return posixpath.dirname(str(document.relative_source_path))


def _nearest(path: str, known: Iterable[str], what: str) -> str:
    otherwise = f"name a file in content/, from its root: {{{what}}}/…"
    folder, name = posixpath.split(path)
    beside = [posixpath.basename(other) for other in known if posixpath.dirname(other) == folder]
    below = folder.replace("{", "{{").replace("}", "}}")
    in_folder = did_you_mean(name, beside, "", written=f"{{{{{what}}}}}/{posixpath.join(below, '{}')}")
    return in_folder or did_you_mean(path, known, otherwise, written=f"{{{{{what}}}}}/{{}}")


def register() -> None:
    """Called by Pelican."""
    Content.get_static_links = sparing_static_links
    signals.all_generators_finalized.connect(check)
