"""Tell machines of one page: what kind it is, what it is about, its trail, its parts and its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plugins.a_to_z import ITSELF
from plugins.facts import CONSULTATION
from plugins.models.graph.pages import (
    AboutPage,
    Article,
    BreadcrumbList,
    CollectionPage,
    ContactPage,
    CreativeWork,
    ListItem,
    MedicalAudience,
    MedicalScholarlyArticle,
    MedicalWebPage,
    ProfilePage,
    SearchResultsPage,
    WebPage,
    WebPageElement,
)
from plugins.models.graph.site import LANGUAGE, Site
from plugins.models.review import NOT_YET

if TYPE_CHECKING:
    from plugins.citations import Reference
    from plugins.models.graph.node import Ref
    from plugins.models.graph.vocabulary import MedicalCondition

KINDS: dict[str, type[WebPage]] = {
    "about": AboutPage,
    "location": ContactPage,
    CONSULTATION: ContactPage,
    ITSELF: SearchResultsPage,
    "articles": CollectionPage,
    "services": CollectionPage,
}
DOI = "https://doi.org/"


def page_node(
    page: Any,
    site: Site,
    owner: Ref,
    about: tuple[Ref | MedicalCondition, ...],
    profile: Ref | None = None,
    reviewed_by: tuple[Ref, ...] = (),
) -> WebPage:
    """A page of Pelican's; ``profile``: the person that it is about, ``reviewed_by``: who reviewed it."""
    facts: dict[str, Any] = {
        "id": page.canonical,
        "name": page.plain_title,
        "description": page.description,
        "url": page.canonical,
        "in_language": LANGUAGE,
        "is_part_of": site.ref,
        "breadcrumb": trail(page, site),
        "about": about,
        "main_entity": article(page, owner) if page.kind == "article" else profile,
        "citation": tuple(map(work, page.references)),
    }
    if profile:
        return ProfilePage(**facts)
    if not reviewed_parts(page) and page.kind not in {"article", "service"}:
        return KINDS.get(page.slug, WebPage)(**facts)
    return MedicalWebPage(
        **facts,
        audience=MedicalAudience(audience_type="Patient"),
        last_reviewed=min(f"{part.review.reviewed}" for part in reviewed_parts(page)) if reviewed_by else "",
        reviewed_by=reviewed_by,
    )


def reviewed_parts(page: Any) -> list[Any]:
    """What clinicians are to review on a page: itself, its sections, or both."""
    return [part for part in (page, *getattr(page, "sections", ())) if part.review]


def reviewers(page: Any) -> list[str]:
    """Who reviewed a page, by key; nobody while a part of it has yet to be reviewed."""
    parts = reviewed_parts(page)
    if any(part.review.reviewed == NOT_YET for part in parts):
        return []
    return [*dict.fromkeys(part.reviewer for part in parts)]


def trail(page: Any, site: Site) -> BreadcrumbList:
    """The way to a page, which itself is the last step; none to the home page."""
    above = [(step.title, site.absolute(step.address)) for step in page.breadcrumbs]
    steps = [*above, (page.plain_title, "")] if above else []
    return BreadcrumbList(
        item_list_element=tuple(
            ListItem(position=place, name=title, item=address) for place, (title, address) in enumerate(steps, 1)
        )
    )


def article(page: Any, owner: Ref) -> Article:
    """An article with its sections; the clinic answers for it, because no page has an author of its own."""
    changed = getattr(page, "modified", None)
    return Article(
        id=f"{page.canonical}#/schema/Article",
        headline=page.plain_title,
        image=page.card,
        date_published=f"{page.date:%Y-%m-%d}",
        date_modified=f"{changed:%Y-%m-%d}" if changed else "",
        author=owner,
        publisher=owner,
        has_part=tuple(
            WebPageElement(id=f"{page.canonical}#{section.id}", name=section.plain_title) for section in page.sections
        ),
    )


def work(reference: Reference) -> CreativeWork:
    """A source of a page. A DOI leads programs to all that is known of an article, so it needs no title beside it."""
    if reference.url.startswith(DOI):
        return MedicalScholarlyArticle(id=reference.url)
    return CreativeWork(id=reference.url, name=reference.title)
