"""The ten commonest mistakes at once: each is told in the browser and by the check, and the last good site stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.tools.serving import Served

SLEEP = "content/services/sleep.md"
FILES = {
    SLEEP: """---
Title: Ketamine and sleep
Description: What is known about ketamine and sleep, what is not, and what to ask us before you decide on anything.
Condition: depression
Reviewed: 2026-02-30
Ordre: 4
---

Call us at 703-555-0100 about [the risks]({filename}/services/riscs.md).

![A calm room](/images/calm-room.jpg)

In one trial 70% of people slept better.

This breakthrough cures depression.
""",
    "content/untitled.md": """---
Description: A page that has a description and nothing that it could be called by, which is a pity.
---

Words.
""",
    "content/about/index.md": """---
Title: Who we are
Description: A page that would stand where another page stands already, so that one of the two would be lost.
---

Words.
""",
    "content/tabbed.md": """---
Title: A page
Description:\tA tab stands before these words, which the file does not take, though it looks like a space.
---

Words.
""",
}
TOLD = {
    "a bad date": (f"{SLEEP}:5:1", "2026-02-30"),
    "an unknown field": (f"{SLEEP}:6:1", 'did you mean "Order"?'),
    "a telephone number typed by hand": (f"{SLEEP}:9:12", "clinic:call"),
    "a broken link": (f"{SLEEP}:9:43", "{filename}/services/riscs.md"),
    "a missing picture": (f"{SLEEP}:11:16", "content/images/"),
    "an uncited number": (f"{SLEEP}:13:14", "source"),
    "a forbidden claim": (f"{SLEEP}:15:6", "breakthrough"),
    "a missing title": ("content/untitled.md:1:1", "Title"),
    "an address that is taken": ("content/about/index.md:1:1", "/about/"),
    "a tab in YAML": ("content/tabbed.md:3:13", "tab"),
}
CHECK = "from tools.check.project import check_project; print(*check_project(), sep='\\n')"


def test_each_is_told_with_its_place_in_the_browser_and_by_the_check(served: Served, tab: Page) -> None:
    for name, text in FILES.items():
        served.project.write(name, text)
    dialog = tab.get_by_role("alertdialog")
    dialog.wait_for()
    expect(dialog.locator(".place").filter(has_text="content/tabbed.md")).not_to_have_count(0)

    shown = [": ".join(fault.all_inner_texts()) for fault in dialog.get_by_role("listitem").all()]
    checked = served.project.run("-c", CHECK).text.splitlines()
    for mistake, (place, words) in TOLD.items():
        assert [line for line in shown if line.startswith(f"{place}\n") and words in line], mistake
        assert [line for line in checked if line.startswith(f"{place}:") and words in line], mistake
    assert "Traceback" not in "\n".join(checked)
    assert "Our people" in served.get("/about/").html
