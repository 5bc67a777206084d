"""What Pelican forgives an editor, this build refuses, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tools.warm.edits import files

if TYPE_CHECKING:
    from tests.conftest import Project

ARTICLE = "articles/are-you-a-candidate-for-ketamine-therapy"
NO_FILE = "leads to no file; name a file in content/, from its root: {filename}/…"
EPOCH = "1795392000"  # 2026-11-23


def test_untitled_page_and_every_broken_link_are_told_at_once(project: Project) -> None:
    project.page("content/untitled.md", Title="", body="[one]({filename}/nowhere-0.md)")
    links = "\n\n".join(f"Go [there]({{filename}}/nowhere-{number}.md)." for number in range(1, 6))
    project.page("content/lost.md", body=links)

    outcome = project.build()

    assert outcome.lines == [
        *(
            f'content/lost.md:{3 + 2 * number}:12: the link "{{filename}}/nowhere-{number}.md" {NO_FILE}'
            for number in range(1, 6)
        ),
        'content/untitled.md:1:1: "Title" is missing; add Title: …: the page\'s heading, at most 70 characters',
        f'content/untitled.md:4:7: the link "{{filename}}/nowhere-0.md" {NO_FILE}',
    ]
    assert outcome.code == 1
    assert "Traceback" not in outcome.text


def test_what_programs_hide_among_the_texts_is_none(project: Project) -> None:
    assert project.build().code == 0
    before = files(project.output)
    (project.path / "content/.#about.md").symlink_to("editor@machine.1234")  # Emacs's lock, which leads to no file
    project.write("content/articles/.obsidian/notes.md", "Draft")
    (project.path / "content/services/._ptsd.md").write_bytes(b"\x00\x05\x16\x07")  # macOS's, on a shared drive

    outcome = project.build()

    assert (outcome.code, outcome.lines) == (0, [])
    assert files(project.output) == before
    assert "words and pages are in order" in project.run("-m", "invoke", "check").text
    assert project.run("-m", "invoke", "reviews").code == 0


def test_two_files_at_one_address_are_refused(project: Project) -> None:
    project.page("content/services.md")
    project.page("content/new.md")
    project.page("content/new/index.md")
    project.page(f"content/{ARTICLE}.md")

    outcome = project.build()

    assert outcome.lines == [
        f"content/{ARTICLE}.md:1:1: an article is a folder; move this file to {ARTICLE}/index.md",
        "content/new/index.md:1:1: its address, /new/, is that of content/new.md too; rename or remove one of the two",
        "content/services/index.md:1:1: its address, /services/, is that of content/services.md too; "
        "rename or remove one of the two",
    ]
    assert outcome.code == 1
    assert "Traceback" not in outcome.text


def test_a_page_cannot_be_saved_over_an_article(project: Project) -> None:
    project.page("content/mine.md", Save_as=f"{ARTICLE}/index.html", Slug=ARTICLE)

    outcome = project.build()

    fields = "Title, Description, Menu, Menu_title, Order, Status, Reviewed, Reviewer, Next_review, Modified"
    names = f"the names known here are {fields}"
    assert outcome.lines == [
        f'content/mine.md:4:1: there is no "Save_as"; {names}',
        f'content/mine.md:5:1: there is no "Slug"; {names}',
    ]
    assert outcome.code == 1


def test_dates_in_the_future_are_refused(project: Project) -> None:
    project.page("content/articles/soon/index.md", Date="2026-11-24")
    project.page("content/articles/today/index.md", Date="2026-11-23")
    project.page("content/articles/word/index.md", Date="March 2024")
    wanted = (
        "write the day of publication, such as 2026-03-31, not later than today "
        '("Status: draft" is for a page that is to wait)'
    )

    outcome = project.build(SOURCE_DATE_EPOCH=EPOCH)

    assert outcome.lines == [
        f'content/articles/soon/index.md:4:1: "Date" is 2026-11-24, which is yet to come; {wanted}',
        f"content/articles/word/index.md:4:1: \"Date\" is 'March 2024'; {wanted}",
    ]
    assert outcome.code == 1
    assert "Traceback" not in outcome.text


def test_typogrify_leaves_data_styles_scripts_and_code_alone(project: Project) -> None:
    left_alone = (
        '<script type="application/ld+json">{"a": "it\'s -- 1...2"}</script>',
        '<style>.a::before { content: "--" }</style>',
        "<script>const a = \"it's\" && '...'</script>",
        '<code>"it\'s" -- ...\n</code>',
    )
    project.page(body='{}\n\n{}\n\n{}\n\n    "it\'s" -- ...\n\nShe said "it\'s..."'.format(*left_alone[:3]))

    assert project.build().code == 0

    html = (project.output / "new/index.html").read_text(encoding="utf-8")
    for text in left_alone:
        assert text in html
    assert "<p>She said &#8220;it&#8217;s&#8230;&#8221;" in html.replace("&nbsp;", " ")


def test_what_is_empty_or_has_no_fitting_name_is_refused(project: Project) -> None:
    project.write("content/index.md", "")
    project.write("content/services/Sleep Well.MD", "---\nTitle: Sleep\n---\n")
    project.write("content/notes.txt", "words")
    project.write("content/About.txt", "words")
    project.write("data/evidence.toml", "")

    outcome = project.build()

    assert outcome.code == 1
    told = [line for line in outcome.lines if "warning" not in line and "no grade" not in line]
    names = "makes no address: lower-case letters, figures, hyphens and .md do"
    assert told == [
        f'content/About.txt:1:1: "About.txt" {names}; '
        '"about.md" is there already, so put these words into it, or give this file another name',
        'content/index.md:1:1: this file does not begin with front matter; begin it with "---", "Title: …" and "---"',
        f'content/notes.txt:1:1: "notes.txt" {names}; name it "notes.md"',
        f'content/services/Sleep Well.MD:1:1: "Sleep Well.MD" {names}; name it "sleep-well.md"',
    ]
    ungraded = [line.split(":")[0] for line in outcome.lines if "has no grade in data/evidence.toml; add it" in line]
    assert {"content/services/depression.md", "content/services/ptsd.md"} <= set(ungraded)
