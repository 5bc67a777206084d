"""One terrible page draws every complaint about Markdown, in order; what only looks alike draws none."""

from __future__ import annotations

from pathlib import Path

from plugins.faults import ROOT, Source
from tools.check.markdown import check_markdown
from tools.check.project import markdown_files

FIX = "type .venv/bin/invoke check --fix"
AROUND = f"leave a blank line around it, or {FIX} where it changes nothing else"
# A dot in the middle of the line stands for a space at its end.
TERRIBLE = """---
Title: A terrible page
---
## Parking

#### By car

You may bring
- a friend
- a dog
  - on a leash

(this way)[https://maps.example/a]
See https://maps.example/b for the rest.·
A\ttab, and [a map] (https://maps.example/c).

Words.

## Parking
[Nowhere]() says so.

- An item.

  Its second paragraph.

!!! note "A callout"
    It names https://maps.example/d too.
    - one
    - two

The end""".replace("·", " ")
FINE = """---
Title: "A fine page: [anand2023], <b> and  two spaces  "
---
A [link](https://maps.example/a), [another](<https://maps.example/b c>), one [by name][anand2023],
<https://maps.example/c>, a line··
broken on purpose, 5 < 6, and a source [@anand2023; @fda2023].

| A | table |
|---|---|
| [anand2023](https://maps.example/d) | `[fda2023]` and `<b>` |

- An item.

    Its second paragraph.

    - An inner item <br> on two lines.

!!! note "A callout"
    Its text.

    - [A link](clinic:call) (by day)

```
<b>  (this way)[https://maps.example/a]
```

[anand2023]: https://maps.example/e
""".replace("·", " ")


def complaints(text: str) -> list[str]:
    return [str(fault) for fault in check_markdown([Source(Path("terrible.md"), text)])]


def test_a_terrible_page_draws_every_complaint() -> None:
    place = f"{Path.cwd().relative_to(ROOT).as_posix()}/terrible.md".removeprefix("./")

    assert [line.removeprefix(f"{place}:") for line in complaints(TERRIBLE)] == [
        "6:1: an h4 follows an h2; let headings go down one level at a time",
        f"9:1: this list begins in the middle of a paragraph; leave a blank line before it, or {FIX}",
        "11:3: this item is out of line; begin it at the margin, or 4 spaces further in for a list in a list",
        "13:1: this link is the wrong way round; write [words](address)",
        "14:5: this address is not a link; write [words](address)",
        f"14:41: warning: spaces stand at the end of this line; {FIX}",
        f"15:2: warning: a tab stands here; {FIX}",
        "15:19: a space parts this link from its address; remove the space",
        f"19:1: warning: a heading stands close to other text; {AROUND}",
        "19:1: this heading stands on the page twice; give one of the two other words",
        "20:1: this link leads nowhere; write an address between its round brackets",
        "24:3: this paragraph falls out of its list; begin it 4 spaces in",
        "27:14: this address is not a link; write [words](address)",
        f"28:5: this list begins in the middle of a paragraph; leave a blank line before it, or {FIX}",
        f"31:7: warning: the last line has no line end; {FIX}",
    ]


def test_what_only_looks_alike_draws_none() -> None:
    assert complaints(FINE) == []


def test_the_content_draws_none() -> None:
    assert check_markdown([Source.read(path) for path in markdown_files()]) == []
