"""Begin a page: a draft that the build accepts, never written over another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.contract import KINDS
from plugins.evidence import Grades
from plugins.facts import typed_telephones
from plugins.faults import ROOT, Source, did_you_mean
from plugins.models.people import People
from plugins.models.toml import read_toml
from plugins.people import FILE as PEOPLE
from plugins.sections import FILE_NAME, FOLDER, OPENING
from tools.new.names import NothingWritten, article_folder, checked, file_name, is_draft, page_file, section_file
from tools.new.start import start
from tools.preview.where import preview

if TYPE_CHECKING:
    from pathlib import Path

FIRST_SECTION = "To be named"


def new(kind: str, title: str, root: Path = ROOT, *, article: str = "") -> Path:
    """Write the start of a page of a ``kind`` of the contract below ``root``, and return its file.

    An article gets a first section too, beside the opening that is returned. A section goes into the folder
    ``article`` of content/articles/, or into the only article, or the only one that is a draft.
    Raises NothingWritten where no file can be written, and never writes over one.
    """
    if kind not in KINDS:
        todo = did_you_mean(kind, KINDS, f"the kinds are {', '.join(KINDS)}")
        raise NothingWritten(f'there is no kind of page called "{kind}"; {todo}')
    title, content = checked(title), root / "content"
    name = file_name(title)
    path = section_file(name, article_folder(content, article)) if kind == "section" else page_file(kind, name, content)
    grades = read_toml(root / "data" / "evidence.toml", Grades, set())
    people = read_toml(root / "data" / PEOPLE, People, set())
    names = [list(known.root) if known else [] for known in (grades, people)]
    texts = {path: start(kind, title, *names)}
    if kind == "article":
        texts[path.parent / f"1-{file_name(FIRST_SECTION)}.md"] = start("section", FIRST_SECTION, *names)
    for fault in typed_telephones(Source(path, texts[path])):
        raise NothingWritten(f"{fault.what}; leave it out of the title")
    for file, text in texts.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    return path


def preview_address(path: Path, root: Path = ROOT) -> str:
    """Where the preview shows a file of content/; a section's is its heading on its article's page."""
    content = root / "content"
    section = FILE_NAME.fullmatch(path.name) if path.is_relative_to(content / FOLDER) else None
    page = path.parent / OPENING if section else path
    slug = page.relative_to(content).as_posix().removesuffix(".md").removesuffix("/index")
    drafts = "drafts/" if is_draft(page) else ""
    return f"{preview(root)}/{drafts}{slug}/{f'#{section[2]}' if section else ''}"
