"""A picture that stands alone and has a title is a figure with a caption."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.plugins.complaints import built, complaints
from tests.plugins.test_pictures import photograph

if TYPE_CHECKING:
    from tests.conftest import Project

DRAWN = "/images/how-long-relief-lasts.svg"


def figures(project: Project) -> list[str]:
    """What stands in each figure of the built page, and None for none."""
    html = (project.output / "new/index.html").read_text(encoding="utf-8")
    return re.findall(r'<figure class="figure">(.*?)</figure>', html, re.DOTALL)


def test_a_caption_is_markdown_and_stands_below_its_picture(project: Project) -> None:
    photograph(project.path / "content/images/room.jpg")
    caption = 'How "long" *relief* lasts [@shiroma2020],\n[call](clinic:call). ==To be confirmed: whose=='
    project.page(body=f"![A [quiet] room](/images/room.jpg 'A room')\n\n![Curves]({DRAWN} \"{caption}\")")
    photo, drawing = figures(built(project))
    assert photo.startswith("<picture><source")
    assert 'alt="A [quiet] room"' in photo
    assert '<figcaption class="figure__caption">A room</figcaption>' in photo
    assert drawing.startswith('<img alt="Curves"')
    assert "How &#8220;long&#8221; <em>relief</em> lasts<sup><a" in drawing
    assert re.search(r'<a href="tel:\+\d+">call</a>. <mark>To be confirmed: whose</mark></figcaption>', drawing)
    assert "title=" not in photo + drawing


def test_a_picture_without_a_title_is_no_figure(project: Project) -> None:
    project.page(body=f'![Curves]({DRAWN})\n\n`![Curves]({DRAWN} "Caption")`\n\n    ![Curves]({DRAWN} "Caption")')
    assert figures(built(project)) == []


def test_a_caption_that_cannot_be_shown_is_told(project: Project) -> None:
    two = f'![One]({DRAWN} "First")\n![Two]({DRAWN} "Second")'
    project.page(body=f'Words ![Curves]({DRAWN} "Caption") words.\n\n{two}\n\n![]({DRAWN} "Nothing said")')
    what = f'the picture "{DRAWN}" has a caption and does not stand alone; leave an empty line above and below it'
    assert complaints(project) == [
        f"content/new.md:5:17: {what}",
        f"content/new.md:7:8: {what}",
        f"content/new.md:8:8: {what}",
        f'content/new.md:10:3: the picture "{DRAWN}" has no words; '
        "say between the square brackets what it shows: ![A quiet room](/images/room.jpg)",
    ]
