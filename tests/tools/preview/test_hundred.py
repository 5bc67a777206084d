"""A hundred random saves, and none is lost: an open tab is led to each page's new words."""

from __future__ import annotations

import random
from functools import partial
from typing import TYPE_CHECKING

from tests.tools.serving import Served, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

SAVES = 100
PAGES = {"about": "content/about.md", "privacy": "content/privacy.md", "depression": "content/services/depression.md"}
SECTION = "content/articles/are-you-a-candidate-for-ketamine-therapy/6-parting-words.md"


def save(served: Served, name: str, words: str, by: str) -> None:
    """Put ``words`` at the end of a file, in one of the ways in which editors save."""
    path = served.project.path / name
    text = f"{path.read_text(encoding='utf-8').rpartition('Saved ')[0] or path.read_text(encoding='utf-8')}\n{words}\n"
    if by == "writing":
        path.write_text(text, encoding="utf-8")
        return
    draft: Path = path.with_name(f".{path.name}.swp") if by == "renaming" else path.with_name("4913")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def test_of_a_hundred_random_saves_none_is_lost(served: Served, tab: Page) -> None:
    choose = random.Random(6)
    for number in range(SAVES):
        words = f"Saved number {number}."
        name = choose.choice([*PAGES.values(), SECTION])
        if choose.random() < 0.1:  # another save, close before it
            save(served, PAGES["about"], f"Saved first, {number}.", "writing")
        if choose.random() < 0.1:  # a slip that is mended by the next save
            save(served, name, f"Saved [badly]({{filename}}/nowhere-{number}.md).", "writing")
        save(served, name, words, choose.choice(["writing", "renaming", "vim"]))

        wait_until(partial(_is_served, served, name, words), f"{words} is served")

    save(served, PAGES["privacy"], "Saved last.", "writing")
    tab.get_by_text("Saved last.").wait_for()


def _is_served(served: Served, name: str, words: str) -> bool:
    path = name.removeprefix("content").removesuffix(".md")
    return served.shows(f"{path.rpartition('/')[0] if name == SECTION else path}/", words)
