"""`invoke check --fix` mends what is untidy and leaves the built pages as they were."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.plugins.complaints import built
from tools.check.mend import mend, mended
from tools.check.project import markdown_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project

# A dot in the middle of the line stands for a space at its end.
UNTIDY = """Words that end in a space·
and a line··
broken on purpose, with a\ttab and `code` .···
## Getting here
By car.\t
### By train
- An item,
  continued,
- and another
\twith a tab before it·

    - one within
- the last

## Getting in

```
code \tthat keeps·
# its spaces
- and·
- looks
```

!!! note "A callout"
    - one
    - two

1963 was a year.
- Not a list.

The end""".replace("·", " ")
TIDY = """Words that end in a space
and a line··
broken on purpose, with a   tab and `code` .

## Getting here

By car.

### By train

- An item,
  continued,
- and another
    with a tab before it

    - one within
- the last

## Getting in

```
code    that keeps·
# its spaces
- and·
- looks
```

!!! note "A callout"
    - one
    - two

1963 was a year.
- Not a list.

The end
""".replace("·", " ")


def pages(project: Project) -> dict[str, str]:
    """Every built page, without the spaces before the end of a paragraph, which no browser shows."""
    return {
        path.relative_to(project.output).as_posix(): re.sub(
            r" +(?=</?(?:div|h\d|li|ol|p|pre|ul)\b)", "", path.read_text(encoding="utf-8")
        )
        for path in project.output.rglob("*.html")
    }


def test_an_untidy_page_is_mended_and_builds_to_the_same_site(project: Project) -> None:
    path = project.page(body=UNTIDY)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    front = path.read_bytes().decode().split("---")[1]
    before = pages(built(project))

    told = mend([path])

    assert told == [
        f"{path.as_posix()}: line ends of Windows, tabs, blank lines around headings, spaces at the end of a line"
    ]
    assert path.read_text(encoding="utf-8") == f"---{front}---\n{TIDY}".replace("\r\n", "\n")
    assert pages(built(project)) == before
    assert "new/index.html" in before


def test_a_list_within_a_paragraph_becomes_a_list() -> None:
    text = "You may bring\n- a friend\n- a dog\n\n!!! note\n    Bring\n    1. this\n    2. that\n"

    assert mended(text) == (
        "You may bring\n\n- a friend\n- a dog\n\n!!! note\n    Bring\n\n    1. this\n    2. that\n",
        ["a blank line before a list"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "- one\n- two\n  more\n- three\n",
        "- one\nlazy\n- two\n- three\n",
        "It cost\n- 5 dollars, once.\n",
        "| a | b |\n|---|---|\n## Two\n",
        "---\nTitle: Two  \n---\n## One\n\n    code  \n",
    ],
    ids=["continued", "lazily continued", "one dash", "a heading below a table", "front matter and code"],
)
def test_what_may_mean_something_is_left_alone(text: str) -> None:
    again, done = mended(text)

    assert "a blank line before a list" not in done
    assert again.rstrip() == text.rstrip().replace("code  ", "code")


def test_mending_twice_is_mending_once() -> None:
    once, done = mended(UNTIDY)

    assert done
    assert mended(once) == (once, [])


def test_the_content_needs_no_mending(tmp_path: Path) -> None:
    copies = [tmp_path / f"{number}.md" for number, _ in enumerate(markdown_files())]
    for path, copy in zip(markdown_files(), copies, strict=True):
        copy.write_bytes(path.read_bytes())

    assert mend(copies) == []
