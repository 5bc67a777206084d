"""Find the file that a new page's title names, or say why there is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotated_types import MaxLen
from markdown.extensions.toc import slugify as heading_id
from markupsafe import escape
from pelican.utils import slugify

from plugins.contract import FrontMatter
from plugins.drafts import says_draft
from plugins.faults import Source, did_you_mean
from plugins.sections import FILE_NAME, FOLDER, OPENING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONGEST = 60  # characters: an address is read aloud, printed, and cut short by mail programs
RESERVED = {"404", "drafts", "feeds", "gallery", "images", "index", "scripts", "search"}
DEVICES = {"aux", "con", "nul", "prn"}  # Windows has no files of these names
ON_EVERY_PAGE = re.compile("crisis|main|menu|related|sources|(ref|cite)-[0-9]+")
NAME = [("['\u2019]", ""), ("[^a-z0-9]+", "-"), ("^-|-$", "")]
UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
HEADING = re.compile(r"^#+ +(.*?)(?: *\{ *#([\w-]+)[^}]*\})? *$", re.MULTILINE)


class NothingWritten(Exception):
    """No file was written; the message says why, and what to do."""


def checked(title: str) -> str:
    """``title`` as one line; raises NothingWritten where the contract or the screen has no place for it."""
    title = " ".join(title.split())
    longest = next(
        limit.max_length for limit in FrontMatter.model_fields["title"].metadata if isinstance(limit, MaxLen)
    )
    if not title:
        raise NothingWritten('there is no title; write it in quotation marks: invoke new page "Parking"')
    if UNSHOWN.search(title):
        raise NothingWritten("the title has a character that cannot be shown; type the title anew")
    if len(title) > longest:
        raise NothingWritten(f"the title has {len(title)} characters; write one of at most {longest}")
    return title


def file_name(title: str) -> str:
    """What names the file and the address: small Latin letters, figures and hyphens, at most 60, cut between words.

    Raises NothingWritten where the title has no letter and no figure.
    """
    name: str = slugify(str(escape(title)), regex_subs=NAME)
    if not name:
        raise NothingWritten(f'the title "{title}" makes no address; use letters or figures in it')
    return name if len(name) <= LONGEST else name[: LONGEST + 1].rpartition("-")[0] or name[:LONGEST]


def page_file(kind: str, name: str, content: Path) -> Path:
    """The file of a page, service or article; raises NothingWritten where its address is taken."""
    templates = content.parent / "theme" / "templates"
    layouts = {path.stem for path in templates.glob("*.html")} if kind == "page" else set()
    if name in RESERVED | DEVICES | layouts:
        raise NothingWritten(f'the site itself uses the name "{name}"; choose another title')
    folder = content if kind == "page" else content / f"{kind}s"
    for taken in (folder / f"{name}.md", folder / name / OPENING):
        if taken.exists():
            fault = Source(taken, "").fault("this page is there already", "write there, or choose another title")
            raise NothingWritten(str(fault))
    return folder / name / OPENING if kind == "article" else folder / f"{name}.md"


def section_file(name: str, folder: Path) -> Path:
    """The file of an article's next section; raises NothingWritten where its heading's address is taken."""
    if ON_EVERY_PAGE.fullmatch(name) or name in set(_anchors(folder)):
        raise NothingWritten(f'"#{name}" stands on the page of {folder.name} already; choose another title')
    numbers = [int(path.name.split("-")[0]) for path in folder.glob("*.md") if FILE_NAME.fullmatch(path.name)]
    return folder / f"{max(numbers, default=0) + 1}-{name}.md"


def article_folder(content: Path, named: str) -> Path:
    """The folder of the article that is ``named``; without a name the only one, or the only one that is a draft.

    Raises NothingWritten where that is none or several.
    """
    folders = {path.parent.name: path.parent for path in sorted(content.glob(f"{FOLDER}/*/{OPENING}"))}
    if not folders:
        raise NothingWritten('there is no article yet; begin one: invoke new article "Title"')
    if named:
        wanted = named.replace("\\", "/").removesuffix(OPENING).rstrip("/").rpartition("/")[2]
        if wanted not in folders:
            todo = did_you_mean(wanted, folders, f"the articles are {', '.join(folders)}")
            raise NothingWritten(f'there is no article "{wanted}"; {todo}')
        return folders[wanted]
    drafts = [folder for folder in folders.values() if is_draft(folder / OPENING)]
    for likely in (list(folders.values()), drafts):
        if len(likely) == 1:
            return likely[0]
    raise NothingWritten(f"the section may belong to several articles; add --article and one of {', '.join(folders)}")


def is_draft(path: Path) -> bool:
    """Whether a file says that it is a draft."""
    return says_draft(_read(path))


def _anchors(folder: Path) -> Iterator[str]:
    """The addresses on the article's page that its files take."""
    for path in folder.glob("*.md"):
        name = FILE_NAME.fullmatch(path.name)
        if name:
            yield name[2]
        for words, given in HEADING.findall(_read(path)):
            yield given or heading_id(words, "-")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")  # the build tells what is not UTF-8
