"""Nothing that an editor means as Markdown comes out as plain text in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.models.prose import MAILBOX
from plugins.models.slips import EMAIL, typed_as_elsewhere
from plugins.models.unclosed import bare, unclosed
from tests.plugins.complaints import built, complaints
from tools.check.project import markdown_files

if TYPE_CHECKING:
    from tests.conftest import Project

FORM = 'write !!! note "Title", or !!! warning "Title"'


def test_callouts_and_footnotes_that_cannot_be_read_are_told(project: Project) -> None:
    project.page(
        body='!!! wrning "Home"\n    Text.\n\n!!! note Title\n    Text.\n\n!!!\n    Text.\n\n'
        "One.[^on] Two.[^elsewhere]\n\n[^one]: Its text.\n\nMind **this"
    )
    assert complaints(project) == [
        'content/new.md:5:1: there is no callout "wrning"; did you mean "warning"?',
        f"content/new.md:8:1: the title of this callout is not in double quotes; {FORM}",
        f'content/new.md:11:1: there is no callout ""; {FORM}',
        'content/new.md:14:5: the footnote "on" has no text; did you mean "one"?',
        'content/new.md:14:15: the footnote "elsewhere" has no text; write it on a line of its own: [^elsewhere]: …',
        'content/new.md:18:6: "**" is opened here and never closed; write "**" behind the last word that it is for',
    ]


def test_what_markdown_takes_is_left_alone(project: Project) -> None:
    project.page(body='!!! note\n    Text.[^1]\n\n!!!warning "Home"\n    Text.\n\nWait!!! `[^x]`\n\n[^1]: Its text.')
    html = (built(project).output / "new/index.html").read_text(encoding="utf-8")
    assert '<div class="admonition note">' in html
    assert '<div class="admonition warning">' in html
    assert 'class="footnote"' in html


SLIPS = {
    "\u2022 A friend": ['1: "\u2022" begins no list; write "- " in its place'],
    "-are pregnant": ['1: a space is missing behind "-"; write "- are" for a list'],
    "##What": ['1: a heading has no space behind its #; write "## Heading"'],
    "So (@anand2023).": ['4: "(@anand2023)" is shown as it is, and cites nothing; write [@anand2023]'],
    "As @anand2023 says.": ['4: "@anand2023" is shown as it is, and cites nothing; write [@anand2023]'],
    "So [anand2023].": ['4: "[anand2023]" is shown as it is, and cites nothing; write [@anand2023]'],
    "So [anad2023].": ['4: "[anad2023]" is shown as it is, and cites nothing; did you mean "[@anand2023]"?'],
    "On ==To be confirmed: the date": [
        '4: "==" is opened here and never closed; write "==" behind the last word that it is for'
    ],
    "- ==To be\n- ==confirmed==": [
        '3: "==" is opened here and never closed; write "==" behind the last word that it is for'
    ],
    "Mind **this": ['6: "**" is opened here and never closed; write "**" behind the last word that it is for'],
    "<font color='red'>Mind</font>": [
        "1: the HTML tag <font color='red'> stands here; remove it: the site's style is one"
    ],
    "<div>Mind</div>": ["1: the HTML tag <div> stands here; remove it: the site's style is one"],
    "A <b>b": [
        "3: <b> is opened here and never closed; write </b>, or remove it",
        "3: the HTML tag <b> stands here; write **words** for bold ones",
    ],
    "A </u>": ["3: </u> closes nothing; remove it"],
    "Ask info@clinic.com.": [
        '5: the e-mail address "info@clinic.com" is no link; '
        "write [](clinic:email) for the clinic's, [words](mailto:info@clinic.com) for another"
    ],
    "One <!-- two": ['5: a note is opened here and never closed; write "-->" where it ends, or remove "<!--"'],
}
HONEST = """Between 5 * 3 and a_b, 2**3 or a == b, -5 and 5 < 6; **bold**, ***both*** and ==To be confirmed:
the date==. `**this`, `<b>`, `[anand2023]` <!-- **this -->

```
\u2022 <font> info@clinic.com ==To be
```

Cited [@anand2023; @fda2023], [anand2023](https://maps.example/a), [by name][anand2023] and [anand2023].
[](clinic:email), [write](mailto:info@clinic.com), <info@clinic.com>, https://a@maps.example/b.

| **A** | B |
|---|---|
| ==To be confirmed: a== | ==To be confirmed: b== |

[anand2023]: https://maps.example/e"""


def slips(body: str) -> list[str]:
    text = bare(body)
    found = (*unclosed(text), *typed_as_elsewhere(text, ["anand2023", "fda2023"]))
    return sorted(f"{slip.at + 1}: {slip.what}; {slip.todo}" for slip in found)


@pytest.mark.parametrize("body", SLIPS)
def test_what_would_stand_on_the_page_as_typed_is_told(body: str) -> None:
    assert slips(body) == SLIPS[body]


def test_what_only_looks_like_a_slip_is_left_alone() -> None:
    assert slips(HONEST) == []


def test_the_content_has_no_slips() -> None:
    assert [slips(path.read_text(encoding="utf-8")) for path in markdown_files()] == [[] for _ in markdown_files()]


@given(text=st.text("a+.-_é@[ ", max_size=2).map("{}@b.co".format) | st.from_regex(EMAIL))
def test_no_address_is_found_where_none_is_looked_for(text: str) -> None:
    assert MAILBOX.search(text) or not EMAIL.search(text)
