"""Publish the articles as feeds, each whole and with whole addresses: Pelican's Atom, and the same as JSON Feed."""

from __future__ import annotations

import datetime
import json
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.plugins import signals

from plugins.icons import LARGE, TOUCH
from plugins.listing import changed
from plugins.models.absolute import absolute

if TYPE_CHECKING:
    from feedgenerator import Atom1Feed
    from pelican.generators import Generator

JSON = "feeds/all.json"
VERSION = "https://jsonfeed.org/version/1.1"


def announce(generator: Generator) -> None:
    """Give the templates the addresses of both feeds, ``feed`` and ``json_feed``; "" in development."""
    context = generator.context
    atom, home = context["FEED_ALL_ATOM"], f"{context['localsiteurl']}/"
    context.update(feed=f"{home}{atom}" if atom else "", json_feed=f"{home}{JSON}" if atom else "")


def mend(context: dict[str, Any], feed: Atom1Feed) -> None:
    """Make addresses whole, leave texts as they were typed, and let a changed section be a change of its article."""
    articles = {article.canonical: article for article in context["articles"]}
    for item in feed.items:
        article = articles[item["link"]]
        item["title"], item["description"] = article.plain_title, escape(article.description)
        item["content"] = absolute(item["content"], item["link"])
        day = changed(article)
        if day and day > item["pubdate"].date():
            item["updateddate"] = datetime.datetime.combine(day, datetime.time(), item["pubdate"].tzinfo)


def as_json(context: dict[str, Any], feed: Atom1Feed) -> dict[str, Any]:
    """What the Atom feed says, as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) says it."""
    site, cards = context["SITEURL"], {article.canonical: article.card for article in context["articles"]}
    return {
        "version": VERSION,
        "title": feed.feed["title"],
        "home_page_url": f"{site}/",
        "feed_url": f"{site}/{JSON}",
        "icon": f"{site}/{LARGE}",
        "favicon": f"{site}/{TOUCH}",
        "language": "en-US",
        "authors": [{"name": feed.feed["title"], "url": f"{site}/"}],
        "items": [_item(item, cards[item["link"]]) for item in feed.items],
    }


def _item(item: dict[str, Any], card: str) -> dict[str, Any]:
    told = {
        "id": item["unique_id"],
        "url": item["link"],
        "title": item["title"],
        "summary": unescape(item["description"]),
        "image": card,
        "date_published": item["pubdate"].isoformat(),
        "content_html": item["content"],
    }
    return told | ({"date_modified": item["updateddate"].isoformat()} if item["updateddate"] else {})


def write(path: str, context: dict[str, Any], feed: Atom1Feed) -> None:
    """Write the JSON feed beside the other."""
    text = json.dumps(as_json(context, feed), indent=1, ensure_ascii=False)
    Path(path).with_name(Path(JSON).name).write_text(f"{text}\n", encoding="utf-8")


def register() -> None:
    """Called by Pelican."""
    signals.generator_init.connect(announce)
    signals.feed_generated.connect(mend)
    signals.feed_written.connect(write)
