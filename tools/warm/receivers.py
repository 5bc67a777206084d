"""Know what plugins do once everything has been read, so that nothing is left out when one page is written alone."""

from __future__ import annotations

from pelican.plugins import signals

# What the plugins do after reading: tools/warm/words.py does what concerns words, and the rest reads none.
KNOWN = {
    "plugins.a_to_z.hand_over",
    "plugins.addresses.refuse_collisions",
    "plugins.cards.name",  # in production
    "plugins.cards.publish",  # in production
    "plugins.citations.number_all",
    "plugins.components.read_all",
    "plugins.drafts.leave_out_pictures",  # in production
    "plugins.faults.refuse",
    "plugins.feeds.mend",  # in production
    "plugins.feeds.write",  # in production
    "plugins.icons.write",  # in production
    "plugins.links.check",
    "plugins.llms.write",  # in production
    "plugins.navigation.navigate",
    "plugins.pictures.publish",
    "plugins.reading.end",
    "plugins.reading.save",
    "plugins.related.relate",
    "plugins.rendering.begin",
    "plugins.rendering.write",
    "plugins.scripts.write",
    "plugins.search.gather",
    "plugins.search.write",
    "plugins.sections.join_all",
    "plugins.sections.read_sections",
    "plugins.security_contact.write",  # in production
    "plugins.sitemap.gather",
    "plugins.sitemap.write",  # in production
    "plugins.structured_data.name_conditions",
    "plugins.twins.write",  # in production
    "plugins.vcards.write",
    "tools.warm.built.remember",
    "tools.warm.built.keep",
}
AFTER_READING = (
    "article_generator_preread",
    "article_generator_context",
    "article_generator_pretaxonomy",
    "article_generator_finalized",
    "page_generator_preread",
    "page_generator_context",
    "page_generator_finalized",
    "all_generators_finalized",
    "article_writer_finalized",
    "page_writer_finalized",
    "feed_generated",
    "feed_written",
    "finalized",
)


def all_known() -> bool:
    """Whether no plugin does anything after reading that is not known here."""
    receivers = [each for name in AFTER_READING for each in getattr(signals, name).receivers_for(None)]
    return KNOWN.issuperset(f"{each.__module__}.{each.__qualname__}" for each in receivers)
