"""A tiny good site passes every rule; one terrible site draws every complaint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools.build import read_clinic, read_consultation_form
from tools.check.rules import RULES, check
from tools.check.site import Site

if TYPE_CHECKING:
    from pathlib import Path

CLINIC = read_clinic()
CONSULTATION = read_consultation_form(CLINIC)
TELEPHONE = CLINIC.primary.telephone.href
ACTIONS = f"""<p><a href="{TELEPHONE}">Call</a> <a href="{{root}}/request-a-consultation/">Ask</a>
<a href="tel:988">988</a> <a href="tel:911">911</a></p>"""
GOOD = """<!doctype html>
<html lang="en">
<head><title>{title}</title><meta name="description" content="About {title}"></head>
<body><h1>{title}</h1><h2 id="part">Part</h2>
{actions}
{more}
</body>
</html>
"""
FORM = f'<form method="post" action="{CONSULTATION.action}"><input type="checkbox" name="yes"></form>'
TERRIBLE = """<!doctype html>
<html lang="en">
<head><title>Good</title><meta name="description" content="">
<script src="https://tracker.example/t.js"></script>
<link rel="preconnect" href="//fonts.example">
<style>p { background: url(https://pictures.example/a.png) } @import "//css.example/b.css";</style></head>
<body><h1>One</h1><h1>Two</h1><h3 id="part">Three</h3><p id="part">Four
<a href="/services">no slash</a> <a href="../nowhere/">gone</a> <a href="/#hart">no heading</a> <a href="/#part">ok</a>
<a href="https://example.org/">elsewhere</a> <a href="https://www.example.com/">itself</a></p></b>
<form action="/contact.php"><input type="checkbox" checked><input type="file"><textarea></textarea>
<input type="hidden" name="about" value="Ketamine"><input name="dob"><label>Your medicines</label></form>
<a href="tel:988">988</a>
</body>
</html>
"""


def page(title: str, root: str = "", more: str = "") -> str:
    return GOOD.format(title=title, more=more, actions=ACTIONS.format(root=root))


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_html", ".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def terrible(tmp_path: Path) -> Path:
    asking, thanks = page("Ask", more=FORM), page("Thanks")
    write(
        tmp_path,
        index_html=page("Good"),
        **{"request-a-consultation__index_html": asking, "thank-you__index_html": thanks},
    )
    return write(tmp_path, bad__index_html=TERRIBLE, **{".env": "secret", "notes.md": "words", "old_html~": "old"})


@pytest.mark.parametrize("root", ["", "/clinic"])
def test_a_good_site_passes_wherever_it_lives(tmp_path: Path, root: str) -> None:
    link = f'<a href="{root}/#part">up</a> <a href="#part">here</a> <img src="{root}/dot.svg" alt="A dot">'
    asking = page("Ask", root, FORM + link)
    more = {"request-a-consultation__index_html": asking, "thank-you__index_html": page("Thanks", root)}
    write(tmp_path, index_html=page("Good", root), **more, **{"dot.svg": "<svg/>"})

    assert check(tmp_path, CLINIC, CONSULTATION, root) == []


def test_a_terrible_site_draws_every_complaint(terrible: Path) -> None:
    complaints = [str(fault).removeprefix(f"{terrible}/") for fault in check(terrible, CLINIC, CONSULTATION)]

    third_party = "is asked of another host; keep it in theme/static/ or content/images/"
    call = "let its template keep the header, the crisis lines and the footer"
    stray = "this file is not for visitors; remove it, or name it in IGNORE_FILES"
    form = "that may not be in it; ask by telephone instead"
    assert complaints == [
        f".env:1:1: {stray}",
        'bad/index.html:1:1: this page has no meta[name="description"]; give it one in its front matter',
        f'bad/index.html:4:14: "https://tracker.example/t.js" {third_party}',
        f'bad/index.html:5:30: "//fonts.example" {third_party}',
        f'bad/index.html:6:28: "https://pictures.example/a.png" {third_party}',
        f'bad/index.html:6:71: "//css.example/b.css" {third_party}',
        f'bad/index.html:7:1: this page has no link to "/request-a-consultation/"; {call}',
        f'bad/index.html:7:1: this page has no link to "{TELEPHONE}"; {call}',
        f'bad/index.html:7:1: this page has no link to "tel:911"; {call}',
        "bad/index.html:7:7: this page has 2 h1 headings; give it one",
        "bad/index.html:7:31: an h3 follows an h1; let headings go down one level at a time",
        'bad/index.html:7:35: the id "part" stands 2 times; rename one of the headings or fields',
        'bad/index.html:8:9: the link "/services" leads nowhere; correct it, or make the page it means',
        'bad/index.html:8:42: the link "../nowhere/" leads nowhere; correct it, or make the page it means',
        'bad/index.html:8:73: the link "/#hart" leads to no heading of index.html; '
        "use one of that page's headings: #part …",
        "bad/index.html:9:95: this is not valid HTML: Unexpected </b> end tag; "
        "mend the template or the Markdown behind it",
        "bad/index.html:10:1: this form does not post to the clinic's service; use the component consultation-form",
        'bad/index.html:10:29: the box "" is ticked beforehand; leave it to the visitor',
        f'bad/index.html:10:60: this form has a <input type="file"> {form}',
        f"bad/index.html:10:79: this form has a <textarea> {form}",
        'bad/index.html:11:22: the field "about" tells about health ("Ketamine"); ask by telephone instead',
        'bad/index.html:11:59: the field "dob" tells about health ("dob"); ask by telephone instead',
        'bad/index.html:11:82: a question asks about health ("medicines"); ask by telephone instead',
        'index.html:3:14: its title, "Good", is that of bad/index.html too; say what sets this page apart',
        f"notes.md:1:1: {stray}",
        f"old.html~:1:1: {stray}",
    ]


def test_a_site_must_have_its_consultation_form(tmp_path: Path) -> None:
    write(tmp_path, index_html=page("Good"), **{"request-a-consultation__index_html": page("Ask")})
    complaints = [str(fault).removeprefix(f"{tmp_path}/") for fault in check(tmp_path, CLINIC, CONSULTATION)]
    todo = "let its template show the component consultation-form"
    assert complaints == [f"index.html:1:1: /request-a-consultation/ has no form; {todo}"]


def test_a_form_that_leads_to_no_page_is_told(tmp_path: Path) -> None:
    write(tmp_path, index_html=page("Good"), **{"request-a-consultation__index_html": page("Ask", more=FORM)})
    complaints = [str(fault).removeprefix(f"{tmp_path}/") for fault in check(tmp_path, CLINIC, CONSULTATION)]
    what = f"this form leads to {CONSULTATION.thank_you}, and that page is not there"
    assert complaints == [f"request-a-consultation/index.html:7:1: {what}; keep content/thank-you.md"]


def test_with_an_agreement_the_form_may_ask_about_health(tmp_path: Path) -> None:
    story = page("Ask", more=FORM.replace("</form>", "<textarea name='symptoms'></textarea></form>"))
    more = {"request-a-consultation__index_html": story, "thank-you__index_html": page("Thanks")}
    write(tmp_path, index_html=page("Good"), **more)
    signed = CLINIC.model_copy(update={"form": CLINIC.form.model_copy(update={"baa": "signed"})})

    assert len(check(tmp_path, CLINIC, CONSULTATION)) == 2
    assert check(tmp_path, signed, CONSULTATION) == []


def test_every_rule_has_a_complaint_about_the_terrible_site(terrible: Path) -> None:
    site = Site.read(terrible, CLINIC, CONSULTATION)

    assert [rule.__name__ for rule in RULES if not list(rule(site))] == []


def test_a_folder_without_a_page_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="holds no page"):
        check(tmp_path, CLINIC, CONSULTATION)
