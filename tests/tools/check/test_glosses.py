"""A term is explained or linked where a page first uses it, or an editor is told both ways to do so."""

from __future__ import annotations

import pytest

from tests.tools.check.words import GLOSSARY, markdown
from tools.check.glosses import pages, unexplained

EXPLAINED = """Feeling cut off from yourself (dissociation) is common. Dissociation fades.
Some dissociate (feel cut off from themselves).
Electroconvulsive therapy (ECT), a brief electric current, is another way.
It comes as a slow drip (an infusion).
It blocks the NMDA receptor, a docking point on nerve cells.
It blocks NMDA receptors, which are docking points.
A brain part, the NMDA receptor, is blocked.
They felt cut off, which is called dissociation.
Dissociation means feeling cut off.
You may dissociate: you feel cut off.
The drug brings [dissociation](glossary:dissociation).
Some [feel **dissociation**](glossary:dissociation) for an hour.
Many had dissociation. Dissociation is feeling cut off.
It blocks docking points such as the NMDA receptor.
Infusions, pills and other ways to give it exist.
- **Ketamine infusion.** It drips slowly into a vein.""".splitlines()
UNEXPLAINED = """Some have dissociation for an hour.
After ECT, memory can suffer.
The infusion takes 40 minutes.
Dissociation is common.
It is given by infusion (@ 40 minutes), or so they say.
A pill, an infusion or a spray may do.
- **Before an infusion you should eat nothing.** Drink water.""".replace("(@ 40 minutes)", "[@a2020]").splitlines()


def told(*texts: str) -> list[str]:
    files = [markdown(text, f"content/{number}.md") for number, text in enumerate(texts)]
    return [str(fault) for fault in sorted(unexplained(files, GLOSSARY))]


@pytest.mark.parametrize("text", EXPLAINED)
def test_an_explained_term_passes(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", UNEXPLAINED)
def test_a_term_that_nothing_explains_is_found(text: str) -> None:
    assert len(told(text)) == 1


def test_it_is_told_once_on_each_page_at_its_first_use_with_both_ways_to_mend_it() -> None:
    first = "---\nTitle: Dissociation\n---\n\n## Dissociation\n\nMany **dissociate** at first.\nDissociation goes away."

    assert told(first, "No dissociation.") == [
        '/somewhere/content/0.md:7:8: warning: "dissociate" is not explained where the page first uses it; '
        "say it in plain words beside it, in brackets, or write [dissociate](glossary:dissociation)",
        '/somewhere/content/1.md:1:4: warning: "dissociation" is not explained where the page first uses it; '
        "say it in plain words beside it, in brackets, or write [dissociation](glossary:dissociation)",
    ]


def test_an_article_is_one_page_its_opening_and_its_sections_in_order() -> None:
    names = ["articles/a/10-end.md", "articles/a/2-two.md", "articles/a/index.md", "articles/index.md", "glossary.md"]
    files = [markdown("An infusion.", f"content/{name}") for name in names]

    found = [[source.path.name for source in page] for page in pages(files)]

    assert found == [["index.md"], ["index.md", "2-two.md", "10-end.md"]]
    (fault,) = unexplained(files[:3], GLOSSARY)
    assert fault.path.endswith("articles/a/index.md")
