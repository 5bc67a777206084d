"""Know a question about somebody's health from one about how to reach them."""

import re

HEALTH = re.compile(
    r"\w*(?:birth|\bdob\b|\bage\b|insur|member[ _]id|social[ _]security|\bssn\b|diagnos|condition|disorder|illness|"
    r"disease|medic|drug|prescri|\bdose|symptom|allerg|\bpain|depress|anxi|ptsd|trauma|suicid|mental|therap|treat|"
    r"ketamine|health|history)\w*",
    re.IGNORECASE,
)


def word_of_health(*texts: str) -> str | None:
    """The first word in the texts that asks or tells about health (45 CFR 160.103); None where there is none."""
    found = next(filter(None, map(HEALTH.search, texts)), None)
    return found[0] if found else None
