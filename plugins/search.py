"""Write what the search on every page looks things up in, and hand templates the address of its script."""

from __future__ import annotations

from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import rcssmin
from pelican.plugins import signals

from plugins.a_to_z import ITSELF
from plugins.addresses import pages_of
from plugins.facts import CONSULTATION
from plugins.faults import Source
from plugins.models.published import digest_of
from plugins.models.remembered import key_in, made_once
from plugins.models.search_counts import Counted, Group, count, groups_of
from plugins.models.search_parts import parts_of
from plugins.models.search_shards import Shard, beginnings, release, shards, written
from plugins.models.search_weights import weigh_counted
from plugins.models.search_words import STOP
from plugins.models.synonyms import Synonyms, idle_groups
from plugins.models.toml import read_toml
from plugins.navigation import HOME
from plugins.styles import without_unused
from plugins.whitespace import collapse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pelican import Pelican
    from pelican.contents import Content
    from pelican.generators import Generator

COMPONENT, DIALOG = "search", "search-dialog"
FOLDER = "search"
# What most visitors come for counts for more than what the law asks us to publish.
BOOSTS = {"service": 1.3, "location": 1.3, CONSULTATION: 1.3, "articles": 0.7, "services": 0.7, "footer": 0.8}


RUN = 16  # pages that are counted together
WEIGHT = 10  # of a run, beside what else is made of a page


class Written(NamedTuple):
    """A page as it was written, read each time it is asked for, and what is known of it besides."""

    path: Path
    address: str
    title: str
    description: str
    boost: float

    @property
    def html(self) -> str:
        """Its source."""
        return self.path.read_text(encoding="utf-8")


def boost(page: Content) -> float:
    """How much more the words of this page count."""
    return next((BOOSTS[name] for name in (page.kind, page.slug, page.menu) if name in BOOSTS), 1.0)


def written_pages(pages: Iterable[Content], output: Path) -> Iterator[Written]:
    """The pages as they were written into ``output``, hidden ones and the search page left out."""
    for page in sorted(pages, key=lambda page: page.slug):
        if page.status == "published" and page.slug != ITSELF:
            # The home page's title is the clinic's tagline.
            title = page.menu_title if page.slug == HOME else page.plain_title
            yield Written(output / page.save_as, page.address, title, page.description, boost(page))


def runs(pages: Iterable[Written]) -> Iterator[list[Written]]:
    """The pages, cut behind each whose address says so: a page that comes or goes changes one run or two, not all."""
    run = []
    for page in pages:
        run.append(page)
        if sha256(page.address.encode()).digest()[0] % RUN == 0:
            yield run
            run = []
    if run:
        yield run


def take_apart(pages: Iterable[Written], groups: list[Group]) -> Counted:
    """The parts of some pages, and what each word is worth there."""
    return count(chain.from_iterable(parts_of(page.html, *page[1:]) for page in pages), groups)


def _key(run: list[Written], settings: Mapping[str, Any]) -> bytes:
    parts: list[str | bytes] = []
    for page in run:
        parts += (digest_of(page.path, settings), *map(str, page[1:]))
    return key_in(settings, "search", *parts)


def files(dealt: list[Shard], synonyms: Synonyms) -> dict[str, str]:
    """The index's files by name: a small site's one shard comes with the list of shards."""
    name = release(dealt)
    listing = {
        "crisis": synonyms.crisis.words,
        "stop": STOP,
        "name": name,
        "shards": " ".join(beginnings(dealt)),
    }
    texts = {f"{name}-{number}-text.json": shard.excerpts for number, shard in enumerate(dealt)}
    if len(dealt) == 1:
        return {"index.json": f'{written(listing)[:-1]},"whole":{dealt[0].found}}}', **texts}
    found = {f"{name}-{number}.json": shard.found for number, shard in enumerate(dealt)}
    return {"index.json": written(listing), **found, **texts}


def styles_of_dialog(theme: Path) -> str:
    """The sheets of the dialog and of the search in it, for pages that lack them, and the tokens that they ask for."""
    tokens, *sheets = (
        (theme / path).read_text(encoding="utf-8")
        for path in ("css/tokens.css", *(f"components/{name}/{name}.css" for name in (COMPONENT, DIALOG)))
    )
    return without_unused(str(rcssmin.cssmin(tokens.replace(":root", f".{DIALOG}") + "".join(sheets))))


def read_synonyms(pelican: Pelican) -> None:
    """Read data/synonyms.toml once for each build; None where it has faults."""
    settings = pelican.settings
    path = Path(settings["DATA_PATH"]) / "synonyms.toml"
    settings["SYNONYMS"] = synonyms = read_toml(path, Synonyms, settings["FAULTS"])
    if synonyms:
        settings["FAULTS"].update(idle_groups(synonyms, Source.read(path)))


def hand_over(generator: Generator) -> None:
    """Give the templates ``search_script``, the address of the script that searches."""
    scripts = generator.settings["SCRIPTS"]
    own = next(script for script in scripts.all if script.component == COMPONENT)
    generator.env.globals["search_script"] = f"{scripts.root}/{own.file}"


def gather(generators: list[Generator]) -> None:
    """Keep the pages and the dialog for the end of the build, when every page has been written."""
    generator = generators[0]
    if generator.settings["CLINIC"] is None:
        return  # the build is refused, and the dialog has nobody to call
    html = collapse(generator.env.globals["search_dialog"]())
    css = styles_of_dialog(Path(generator.settings["THEME"]))
    generator.settings["SEARCH_PANEL"] = written({"html": html, "css": css})
    generator.settings["SEARCH_PAGES"] = pages_of(generators)


def index(settings: Mapping[str, Any], counted: Iterable[Counted], groups: list[Group]) -> dict[str, str]:
    """The files of the index of the parts that were counted with the help of ``groups``, by name."""
    return {
        "panel.json": settings["SEARCH_PANEL"],
        **files(shards(weigh_counted(counted, groups)), settings["SYNONYMS"]),
    }


def _index_once(settings: Mapping[str, Any], output: Path) -> dict[str, str]:
    cut = [*runs(written_pages(settings["SEARCH_PAGES"], output))]
    keys = [_key(run, settings) for run in cut]
    groups = groups_of(settings["SYNONYMS"].groups.values())

    def indexed(cut: list[list[Written]]) -> dict[str, str]:
        counted = made_once(settings, keys, cut, lambda run: take_apart(run, groups), WEIGHT)
        return index(settings, counted, groups)

    key = key_in(settings, "index", settings["SEARCH_PANEL"], *keys)
    return next(made_once(settings, [key], [cut], indexed))


def write(pelican: Pelican) -> None:
    """Write the index of the pages in the output."""
    output = Path(pelican.output_path)
    for name, text in _index_once(pelican.settings, output).items():
        path = output / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(read_synonyms)
    signals.generator_init.connect(hand_over)
    signals.all_generators_finalized.connect(gather)
    signals.finalized.connect(write)
