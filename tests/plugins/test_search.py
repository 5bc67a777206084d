"""Pages are cut, their words weighed and dealt out into files; a large site's are small, and faults are told."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plugins.models.search_parts import Part, parts_of
from plugins.models.search_shards import SHARD, Shard, beginnings, release, shards
from plugins.models.search_weights import LEVELS, MOST, weigh
from plugins.models.search_words import bases, searched, words
from plugins.search import RUN, Written, runs
from tests.plugins.complaints import built, complaints

if TYPE_CHECKING:
    from tests.conftest import Project

PAGE = """<header>Menu</header><main><nav>Home</nav><h1>Sleep</h1>
<p>We sleep<sup><a href="#ref-1">1</a></sup> at <mark>To be confirmed: night</mark>.</p>
<h2 id="naps">Naps &amp; rest</h2><p>Short.</p><h3>No id</h3><p>Below it.</p>
<section class="references"><h2 id="sources">Sources</h2><p>Doe</p></section></main><footer>End</footer>"""


def part(heading: str, text: str = "") -> Part:
    return Part("/a/", "Page", heading, heading.lower(), text, text)


def test_a_page_is_cut_at_its_headings_and_what_all_pages_have_is_left_out() -> None:
    own, naps = parts_of(PAGE, "/sleep/", "Sleep", "All about sleep.")

    assert own == Part(
        "/sleep/", "Sleep", "", "", "Sleep We sleep at  : night.", "All about sleep.", "All about sleep."
    )
    assert (naps.heading, naps.fragment, naps.text) == ("Naps & rest", "naps", "Short. No id Below it.")


def test_an_excerpt_ends_with_a_word_and_holds_no_placeholder() -> None:
    _, long = parts_of(f'<main><h2 id="a">A</h2><p>{"word, " * 40}</p></main>', "/", "Home", "")
    _, unsure = parts_of('<main><h2 id="a">A</h2><p>At <mark>To be confirmed: noon</mark>.</p></main>', "/", "Home", "")

    assert len(long.excerpt) <= 102
    assert long.excerpt.endswith("word …")
    assert unsure.excerpt == "At ."


def test_words_are_compared_without_case_accents_apostrophes_and_little_words() -> None:
    assert words("Don't, Søren's CAFÉ\u2019s 988") == ["dont", "s", "rens", "cafes", "988"]
    assert searched("What is the cost of a K?") == ["cost"]
    assert bases(["infusions", "infusion", "news", "new"]) == {
        "infusions": "infusion",
        "infusion": "infusion",
        "news": "news",
        "new": "new",
    }


def test_figures_are_found_only_where_a_group_has_them() -> None:
    index = weigh([part("Age", "Under 18, or 300 mg in 2021."), part("Other")], [["under 18", "children"]])

    assert {"18", "children"} <= set(index.found)
    assert not {"300", "2021"} & set(index.found)


def test_a_heading_weighs_more_than_text_and_a_rare_word_more_than_a_common_one() -> None:
    index = weigh([part("Cost", "Money and time."), part("Other", "It has a cost, and time."), part("Third", "Time.")])

    assert index.found["cost"][0] > index.found["cost"].get(1, 0)
    assert index.found["money"][0] >= index.found["time"][0]
    assert all(1 <= weight <= LEVELS for places in index.found.values() for weight in places.values())


def test_a_part_that_says_one_phrase_of_a_group_is_found_by_the_others() -> None:
    groups = [["nerve pain", "neuropathic pain"], ["Spravato", "esketamine"]]
    index = weigh([part("Pain", "For neuropathic pain."), part("Esketamine", "A spray."), part("Other")], groups)

    assert list(index.found["nerve"]) == [0]
    assert list(index.found["spravato"]) == [1]
    assert index.found["spravato"][1] < index.found["esketamine"][1]


def test_a_page_that_comes_or_goes_leaves_all_other_runs_as_they_were() -> None:
    pages = [Written(Path(), f"/page-{number}/", "", "", 1) for number in range(40 * RUN)]
    cut = [*runs(pages)]

    assert [page for run in cut for page in run] == pages
    assert 20 < len(cut) < 80
    for gone in pages[:: RUN // 2]:
        after = [*runs(page for page in pages if page != gone)]
        assert sum(run not in cut for run in after) <= 1


@pytest.fixture(scope="module")
def many() -> list[Part]:
    """A site too large for one file."""
    return [part(f"Part {n}", " ".join(f"w{n * 7 % 997:03}{letter}" for letter in "abcdef")) for n in range(2000)]


def unpacked(shard: Shard) -> dict[str, int]:
    """How many parts each word of a shard leads to."""
    data = json.loads(shard.found)
    counts = [len(re.findall("[A-Z]", places)) for places in data["found"].split(" ")]
    return dict(zip(in_full(data["words"]), counts, strict=True))


def in_full(words: str) -> list[str]:
    """The words that a shard has in short."""
    known = [""]
    for shared, rest in re.findall("([A-Z])([^A-Z]*)", words):
        known.append(known[-1][: ord(shared) - ord("A")] + rest)
    return known[1:]


def test_a_small_site_has_one_shard_and_a_large_one_has_small_ones_that_hold_every_word(many: list[Part]) -> None:
    large, small = weigh(many), weigh(many[:20])
    dealt = shards(large)

    assert beginnings(shards(small)) == [""]
    assert len(dealt) > 5
    assert max(len(shard.found) for shard in dealt) <= SHARD
    assert min(len(shard.words) for shard in dealt) > 10
    held = [unpacked(shard) for shard in dealt]
    assert [list(words) for words in held] == [shard.words for shard in dealt]
    assert [word for words in held for word in words] == sorted(large.found)
    assert all(1 <= count <= MOST for words in held for count in words.values())


def test_a_word_is_in_the_last_shard_whose_beginning_it_reaches(many: list[Part]) -> None:
    dealt = shards(weigh(many))
    starts = beginnings(dealt)

    assert starts == sorted(starts)
    for number, shard in enumerate(dealt):
        assert {bisect_right(starts, word) - 1 for word in shard.words} == {number}


def test_names_of_files_show_no_letter_and_the_same_site_gives_the_same_files(many: list[Part]) -> None:
    dealt = shards(weigh(many))

    assert re.fullmatch(r"[0-9a-f]{10}", release(dealt))
    assert dealt == shards(weigh(many))
    assert release(dealt) != release(shards(weigh(many[:-1])))


def test_every_page_that_is_listed_is_found_and_no_other(project: Project) -> None:
    project.page("content/secret.md", Title="Secret", Status="hidden", Description=f"{'A hidden page of ours. ' * 3}")
    project.page("content/parking.md", "## Garage\n\nBelow.", Title="Parking")
    index = json.loads((built(project, "--production").output / "search/index.json").read_text(encoding="utf-8"))
    pages = {address: headings for address, _, *headings in index["whole"]["pages"]}

    assert pages["/parking/"] == ["", "Garage"]
    assert not {"/secret/", "/search/", "/thank-you/", "/404.html"} & set(pages)
    assert "garage" in in_full(index["whole"]["words"])


def test_what_is_wrong_with_the_synonyms_is_told_with_its_line(project: Project) -> None:
    name = "data/synonyms.toml"
    todo = "has no two phrases that a search tells apart; write two or more, in other words"

    project.write(name, '[groups]\nspray = ["spray", "the spray"]\nno-words = ["a", "!"]\n\n[crisis]\nwords = ["x"]\n')
    assert complaints(project) == [f'{name}:2:1: the group "spray" {todo}', f'{name}:3:1: the group "no-words" {todo}']

    project.write(name, "[groups]\n\n[crisis]\nwords = []\n")
    todo = "write at least one word or phrase, each of letters or figures"
    assert complaints(project) == [f'{name}:4:1: "words" is []; {todo}']


def test_the_dialog_brings_the_tokens_that_its_styles_ask_for(site: Path) -> None:
    panel = json.loads((site / "search/panel.json").read_text(encoding="utf-8"))
    declared, asked = (set(re.findall(pattern, panel["css"])) for pattern in (r"(--[\w-]+):", r"var\((--[\w-]+)"))

    assert asked == declared
    assert panel["html"].startswith("<dialog")
    assert "prefers-color-scheme:dark" in panel["css"]
