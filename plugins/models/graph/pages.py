"""Type what schema.org calls pages, what stands on them, and what they cite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from plugins.models.graph.node import Ref, Thing
from plugins.models.graph.vocabulary import MedicalCondition, Named


@dataclass(frozen=True, kw_only=True)
class ListItem(Named):
    """https://schema.org/ListItem: a step of a trail; the last leads nowhere."""

    required: ClassVar[tuple[str, ...]] = ("position", "name")
    position: int
    item: str = ""


@dataclass(frozen=True, kw_only=True)
class BreadcrumbList(Thing):
    """https://schema.org/BreadcrumbList."""

    required: ClassVar[tuple[str, ...]] = ("item_list_element",)
    item_list_element: tuple[ListItem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CreativeWork(Named):
    """https://schema.org/CreativeWork: a work that is neither an article of a journal nor a page."""


@dataclass(frozen=True, kw_only=True)
class MedicalScholarlyArticle(CreativeWork):
    """https://schema.org/MedicalScholarlyArticle, known by its DOI."""

    required: ClassVar[tuple[str, ...]] = ("id",)


@dataclass(frozen=True, kw_only=True)
class WebPageElement(Named):
    """https://schema.org/WebPageElement: a section of an article."""


@dataclass(frozen=True, kw_only=True)
class MedicalAudience(Thing):
    """https://schema.org/MedicalAudience."""

    audience_type: str


@dataclass(frozen=True, kw_only=True)
class Article(Thing):
    """https://schema.org/Article."""

    required: ClassVar[tuple[str, ...]] = ("headline", "date_published", "author")
    headline: str = ""
    image: str = ""
    date_published: str = ""
    date_modified: str = ""
    author: Ref | None = None
    publisher: Ref | None = None
    main_entity_of_page: Ref | None = None
    has_part: tuple[WebPageElement, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WebPage(Named):
    """https://schema.org/WebPage."""

    required: ClassVar[tuple[str, ...]] = ("name", "url")
    is_part_of: Ref | None = None
    in_language: str = ""
    url: str = ""
    breadcrumb: BreadcrumbList | None = None
    about: tuple[Ref | MedicalCondition, ...] = ()
    description: str = ""
    main_entity: Article | Ref | None = None
    citation: tuple[CreativeWork, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MedicalWebPage(WebPage):
    """https://schema.org/MedicalWebPage: a page that a clinician reviews."""

    audience: MedicalAudience | None = None
    last_reviewed: str = ""
    reviewed_by: tuple[Ref, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AboutPage(WebPage):
    """https://schema.org/AboutPage."""


@dataclass(frozen=True, kw_only=True)
class ContactPage(WebPage):
    """https://schema.org/ContactPage."""


@dataclass(frozen=True, kw_only=True)
class CollectionPage(WebPage):
    """https://schema.org/CollectionPage: a page that lists others."""


@dataclass(frozen=True, kw_only=True)
class SearchResultsPage(WebPage):
    """https://schema.org/SearchResultsPage."""


@dataclass(frozen=True, kw_only=True)
class ProfilePage(WebPage):
    """https://schema.org/ProfilePage: a page about one person."""

    required: ClassVar[tuple[str, ...]] = ("name", "url", "main_entity")
