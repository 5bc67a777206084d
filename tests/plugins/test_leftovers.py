"""Nothing that an editor means as Markdown comes out as plain text in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.plugins.complaints import built, complaints

if TYPE_CHECKING:
    from tests.conftest import Project

FORM = 'write !!! note "Title", or !!! warning "Title"'


def test_callouts_and_footnotes_that_cannot_be_read_are_told(project: Project) -> None:
    project.page(
        body='!!! wrning "Home"\n    Text.\n\n!!! note Title\n    Text.\n\n!!!\n    Text.\n\n'
        "One.[^on] Two.[^elsewhere]\n\n[^one]: Its text."
    )
    assert complaints(project) == [
        'content/new.md:5:1: there is no callout "wrning"; did you mean "warning"?',
        f"content/new.md:8:1: the title of this callout is not in double quotes; {FORM}",
        f'content/new.md:11:1: there is no callout ""; {FORM}',
        'content/new.md:14:5: the footnote "on" has no text; did you mean "one"?',
        'content/new.md:14:15: the footnote "elsewhere" has no text; write it on a line of its own: [^elsewhere]: …',
    ]


def test_what_markdown_takes_is_left_alone(project: Project) -> None:
    project.page(body='!!! note\n    Text.[^1]\n\n!!!warning "Home"\n    Text.\n\nWait!!! `[^x]`\n\n[^1]: Its text.')
    html = (built(project).output / "new/index.html").read_text(encoding="utf-8")
    assert '<div class="admonition note">' in html
    assert '<div class="admonition warning">' in html
    assert 'class="footnote"' in html
