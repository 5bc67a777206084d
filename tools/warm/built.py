"""Keep what a build leaves: its generators, its files as they were read, its warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pelican.contents import Article
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.plugins import signals

from plugins import citations
from plugins.sections import Section

if TYPE_CHECKING:
    from pelican.contents import Content
    from pelican.generators import Generator
    from pelican.settings import Settings

    from plugins.faults import Fault
    from tools.warm.memo import ReadMemo

BUILT = "WARM_BUILT"  # the setting that holds what a build leaves


class AsRead(NamedTuple):
    """A file as it was read, before any plugin joined it with others."""

    content: str
    pictures: set[str]
    warnings: set[Fault]


class Built:
    """What a build leaves: its generators, its files as read, and its warnings, those of works never cited apart."""

    def __init__(self, memo: ReadMemo) -> None:
        self.memo = memo
        self.generators: list[Generator] = []
        self.as_read: dict[str, AsRead] = {}
        self.warnings: set[Fault] = set()
        self.uncited: set[Fault] = set()

    @property
    def settings(self) -> Settings:
        """The settings that the build's generators and pages share."""
        return self.generators[0].settings

    @property
    def context(self) -> dict[str, Any]:
        """What the build's templates see."""
        context: dict[str, Any] = self.generators[0].context
        return context

    @property
    def known(self) -> dict[str, Content]:
        """Every page and section, by its path in content/; None is what could not be read."""
        found: dict[str, Content] = self.context["generated_content"]
        return found

    def generator_of(self, document: Content) -> Any:
        """The generator that reads and writes the document."""
        wanted = ArticlesGenerator if isinstance(document, Article | Section) else PagesGenerator
        return next(generator for generator in self.generators if isinstance(generator, wanted))

    def read(self, document: Content) -> AsRead:
        """The document as it has just been read."""
        last = self.memo.last(document.source_path)
        return AsRead(document._content, last.pictures, last.warnings)

    def find_uncited(self) -> set[Fault]:
        """A warning for each work that no page cites any more."""
        pages = [page for page in self.known.values() if page and not hasattr(page, "article")]
        return {*citations.uncited(pages, self.settings)}

    def finish(self) -> None:
        """Called once the build was good."""
        self.uncited = self.find_uncited()
        self.warnings = self.settings["FAULTS"] - self.uncited
        self.memo.prune(document.source_path for document in self.known.values() if document)


def remember(generator: Generator) -> None:
    """Called by Pelican when articles or pages have been read."""
    built: Built | None = generator.settings.get(BUILT)
    if built:
        for path, document in generator.context["generated_content"].items():
            if document and path not in built.as_read:
                built.as_read[path] = built.read(document)


def keep(generators: list[Generator]) -> None:
    """Called by Pelican when everything has been read."""
    built: Built | None = generators[0].settings.get(BUILT)
    if built:
        built.generators = generators


signals.article_generator_finalized.connect(remember)
signals.page_generator_finalized.connect(remember)
signals.all_generators_finalized.connect(keep)
