"""Make an article of a folder: its opening in index.md, and a Markdown file for each section."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING

from pelican.contents import Article, Content
from pelican.plugins import signals

from plugins.drafts import shown
from plugins.faults import Fault, Source
from plugins.models.texts import texts

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import ArticlesGenerator, Generator

FOLDER = "articles"
OPENING = "index.md"
WORDS_A_MINUTE = 230  # silent reading of English (Brysbaert, How many words do we read per minute?, 2019)
OWN_FRAGMENT = re.compile(r'href="#')
NOT_READ = re.compile(r"<sup>.*?</sup>|<[^>]*>")
FILE_NAME = re.compile(r"(\d+)-([a-z0-9-]+)\.md")
HEADING = re.compile(r'<h\d id="([^"]*)"')


class Section(Content):
    """A part of an article; a link to its file leads to its heading on the article's page."""

    mandatory_properties = ("title",)
    default_status = "published"
    article: Article

    @property
    def id(self) -> str:
        """The heading's anchor: the file's name without its number, so that it outlives a change of title."""
        file = posixpath.basename(self.source_path)
        name = FILE_NAME.fullmatch(file)
        return name[2] if name else file.removesuffix(".md")

    @property
    def url(self) -> str:
        """The address of the section on its article's page, without a leading slash."""
        return f"{self.article.url}#{self.id}"


def find_articles(pelican: Pelican) -> None:
    """Name each article's opening to Pelican, so that it does not take the sections for articles."""
    content = Path(pelican.settings["PATH"])
    pelican.settings["ARTICLE_PATHS"] = [
        path.relative_to(content).as_posix() for path in sorted(content.glob(f"{FOLDER}/*/{OPENING}"))
    ]
    found = texts(content / FOLDER)
    files = {folder: files_of(folder) for folder in {path.parent for path in found}}
    for path in found:
        fault = _misplaced(path, content) or _same_number(path, files[path.parent])
        if fault:
            pelican.settings["FAULTS"].add(fault)


def _misplaced(path: Path, content: Path) -> Fault | None:
    place = path.relative_to(content / FOLDER)
    source = Source(path, "")
    if len(place.parts) == 1:
        return (
            None
            if path.name == OPENING
            else source.fault("an article is a folder", f"move this file to {FOLDER}/{path.stem}/{OPENING}")
        )
    if len(place.parts) > 2 or not (path.name == OPENING or FILE_NAME.fullmatch(path.name)):
        return source.fault(
            "this is not the name of a section", "name it by its place and title: 1-understanding-….md, beside index.md"
        )
    if not (path.parent / OPENING).exists():
        return source.fault("this section has no article", f"add {OPENING}, the article's opening, beside it")
    return None


def _same_number(path: Path, files: list[Path]) -> Fault | None:
    """A warning where the section above this one among the article's files has its number."""
    above = files[files.index(path) - 1] if path in files[1:] else path
    if above == path or in_article(above)[0] != in_article(path)[0]:
        return None
    what = f"{above.name} has the number of this section, so only their names say which comes first"
    return Source(path, "").fault(what, "give each section a number of its own", warning=True)


def files_of(folder: Path) -> list[Path]:
    """The files of an article in the order of its page: its opening, then its sections."""
    return sorted(
        (path for path in folder.glob("*.md") if path.name == OPENING or FILE_NAME.fullmatch(path.name)), key=in_article
    )


def in_article(path: Path) -> tuple[int, str]:
    """What the files of an article are sorted by: the opening first, then the numbers of the sections."""
    section = FILE_NAME.fullmatch(path.name)
    return int(section[1]) if section else -1, path.name


def read_sections(generator: ArticlesGenerator) -> None:
    """Read each article's sections with Pelican's own readers and hang them on it as ``article.sections``."""
    for article in (*generator.articles, *generator.hidden_articles, *generator.drafts):
        article.sections = []
        for path in files_of(Path(article.source_path).parent)[1:]:
            section = generator.readers.read_file(
                base_path=generator.path,
                path=path,
                content_class=Section,
                context=generator.context,
            )
            section.article = article
            if shown(section):
                article.sections.append(section)
            generator.add_source_path(section)
            generator.add_static_links(section)


def newest_first(article: Article) -> tuple[int, str]:
    """What articles are sorted by: their dates, and for those of one day their addresses."""
    return -article.date.toordinal(), article.slug


def join_all(generators: list[Generator]) -> None:
    """Join every article with its sections."""
    for article in generators[0].context["generated_content"].values():
        if isinstance(article, Article):
            join(article)


def join(article: Article) -> None:
    """Set ``article.opening`` and ``article.minutes``, and make ``article.content`` the whole article."""
    article.opening = article._update_content(article._content, article.get_siteurl())
    _refuse_repeated_anchors(article)
    parts = [f'<h2 id="{section.id}">{section.title}</h2>\n{section._content}' for section in article.sections]
    # A feed shows the article elsewhere, where "#ref-1" would lead nowhere.
    article._content = OWN_FRAGMENT.sub(f'href="{article.canonical}#', "\n".join((article._content, *parts)))
    words = len(NOT_READ.sub(" ", article._content).split())
    article.minutes = max(1, round(words / WORDS_A_MINUTE))


def _refuse_repeated_anchors(article: Article) -> None:
    taken = dict.fromkeys(HEADING.findall(article._content), OPENING)
    for section in article.sections:
        file = posixpath.basename(section.source_path)
        for anchor in (section.id, *HEADING.findall(section._content)):
            if anchor in taken:
                what, todo = (
                    f'the heading "#{anchor}" stands in {taken[anchor]} too',
                    "give one of the two another wording",
                )
                if anchor == section.id:
                    todo = f"change the words behind the number in this file's name, {file}"
                section.settings["FAULTS"].add(Source(Path(section.source_path), "").fault(what, todo))
            taken[anchor] = file


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(find_articles)
    signals.article_generator_pretaxonomy.connect(read_sections)
    signals.all_generators_finalized.connect(join_all)
