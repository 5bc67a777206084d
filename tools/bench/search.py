"""Measure what a visitor fetches from reaching for search to the first result, as the site grows."""

from __future__ import annotations

import json
import re
import tempfile
from bisect import bisect_right
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from plugins.faults import ROOT, BuildRefused
from plugins.models.search_parts import Part
from plugins.models.search_shards import shards
from plugins.models.search_weights import weigh
from plugins.models.search_words import WORD, words
from plugins.models.synonyms import Synonyms
from plugins.models.toml import read_toml
from plugins.search import files
from tools.build import build
from tools.compressed import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.faults import Fault

QUERY = ("nerve", "pain")
SIZES = (10, 100, 1000, 5000)
SECTIONS, WORDS, OTHERS = 8, 1300, 20_000
SYLLABLES = [first + second for first in "bcdfghklmnprstv" for second in "aeiou"]
PEERS = (
    "Peers with 100 such pages, KiB: Starlight with Pagefind 119, Congo 180, VitePress 183, PaperMod 197, "
    "mkdocs-material 333."
)


class Fetched(NamedTuple):
    """Bytes as a host sends them, and how few words a file asked for holds: few tell what was typed."""

    listing: int
    shards: int
    texts: int
    fewest_words: int


def fetched(index_files: dict[str, str]) -> Fetched:
    """What the query takes, typed letter by letter, by the rule of theme/components/search/search.js."""
    listing = index_files["index.json"]
    told = json.loads(listing)
    starts = told["shards"].split(" ")
    typed = {word[:end] for word in QUERY for end in range(2, len(word) + 1)}
    names = {f"{told['name']}-{bisect_right(starts, beginning) - 1}" for beginning in typed}
    found = [index_files[f"{name}.json"] for name in names if f"{name}.json" in index_files]
    held = [json.loads(text)["words"] for text in found] or [told["whole"]["words"]]
    return Fetched(
        _sent(listing),
        sum(map(_sent, found)),
        sum(_sent(index_files[f"{name}-text.json"]) for name in names),
        min(len(re.findall("[A-Z]", words)) for words in held),
    )


def _sent(text: str) -> int:
    return len(squeezed(text.encode()))


def vocabulary() -> tuple[list[str], list[float]]:
    """The words of our own pages, then made-up ones, the n-th as frequent as 1/n (Zipf), as added weights."""
    own = {word for path in sorted(ROOT.glob("content/**/*.md")) for word in words(path.read_text(encoding="utf-8"))}
    random = Random(5)  # noqa: S311
    made = ("".join(random.choices(SYLLABLES, k=random.randint(3, 5))) for _ in range(OTHERS))
    known = [*QUERY, *random.sample(sorted(own), len(own)), *made]
    return known, [*accumulate(1 / place for place in range(20, len(known) + 20))]


def site(pages: int) -> Iterator[Part]:
    """The parts of a site of so many pages of about 1,300 words, the same at each run."""
    known, weights = vocabulary()
    random = Random(pages)  # noqa: S311
    for page in range(pages):
        title = " ".join(random.choices(known, cum_weights=weights, k=5))
        for section in range(SECTIONS):
            heading = " ".join(random.choices(known, cum_weights=weights, k=4)) if section else ""
            text = " ".join(random.choices(known, cum_weights=weights, k=WORDS // SECTIONS))
            fragment = "-".join(WORD.findall(heading))
            yield Part(f"/articles/{page}/", title, heading, fragment, text, text[:140], text[:120])


def bench() -> int:
    """Print a line for our own site and for each size; the exit code is 0."""
    faults: set[Fault] = set()
    synonyms = read_toml(ROOT / "data" / "synonyms.toml", Synonyms, faults)
    if synonyms is None:
        raise BuildRefused(faults)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "output")
        build(output, production=True)
        scripts = [*output.glob("scripts/search-[0-9a-f]*.js"), output / "search" / "panel.json"]
        script = sum(_sent(path.read_text(encoding="utf-8")) for path in scripts)
        own = {path.name: path.read_text(encoding="utf-8") for path in output.glob("search/*.json")}
    names = ("pages", "files", "script", "index", "shards", "all", "texts", "fewest words")
    print("".join(f"{name:>13}" for name in names))
    _tell("ours", own, script)
    for pages in SIZES:
        _tell(f"{pages:,}", files(shards(weigh([*site(pages)], synonyms.groups.values())), synonyms), script)
    print(PEERS)
    return 0


def _tell(name: str, index_files: dict[str, str], script: int) -> None:
    got = fetched(index_files)
    everything = script + got.listing + got.shards
    figures = (len(index_files), script, got.listing, got.shards, everything, got.texts, got.fewest_words)
    print(f"{name:>13}" + "".join(f"{figure:13,}" for figure in figures), flush=True)
