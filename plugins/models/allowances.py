"""Read the comments that allow one rule in one paragraph, for a reason and until a day."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

from plugins.faults import did_you_mean
from plugins.models.claims.page import PAGE_RULES
from plugins.models.days import has_come
from plugins.models.prose import without_code

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from plugins.faults import Fault, Source
    from plugins.models.claims.rule import Claim

COMMENT = re.compile(r"<!--(?P<words>.*?)-->", re.DOTALL)
MEANT = re.compile(r"\s*allow\b|.*\b[CTM]-?\d+\b", re.DOTALL | re.IGNORECASE)
SOUND = re.compile(r"\s*allow (?P<rule>\S+) until (?P<day>\d{4}-\d\d-\d\d):\s*(?P<reason>\S.*?)\s*", re.DOTALL)
PARAGRAPH = re.compile(r"(?:\s*<!--.*?-->)*\s*(?P<text>.*?)(?=\n[ \t]*\n|\Z)", re.DOTALL)
FORM = "write <!-- allow C-05 until 2027-03-31: why it is right here -->"


class Allowance(NamedTuple):
    """A rule that is allowed from one character of the file to another; ``at`` is where that is said."""

    rule: str
    at: int
    start: int
    end: int

    def covers(self, claim: Claim) -> bool:
        """Whether the claim is what is allowed."""
        return claim.rule.id == self.rule and self.start <= claim.at < self.end


def written(text: str) -> Iterator[re.Match[str]]:
    """Every comment of a page that is, or is meant to be, an allowance."""
    comments = COMMENT.finditer(without_code(text)) if "<!--" in text else ()
    return (comment for comment in comments if MEANT.match(comment["words"]))


def read_allowances(source: Source, rules: Collection[str], faults: set[Fault]) -> list[Allowance]:
    """The allowances of a page that are in force; what is wrong with any is added to ``faults``."""
    found = []
    for comment in written(source.text):
        sound = SOUND.fullmatch(comment["words"])
        complaint = _complaint(comment, sound, source.text, rules)
        if complaint:
            faults.add(source.fault(*complaint, comment.start()))
        elif sound:
            paragraph = PARAGRAPH.match(source.text, comment.end())
            start, end = paragraph.span("text") if paragraph else (0, 0)
            found.append(Allowance(sound["rule"], comment.start(), start, end))
    return found


def _complaint(
    comment: re.Match[str], sound: re.Match[str] | None, text: str, rules: Collection[str]
) -> tuple[str, str] | None:
    beside = text[: comment.start()].rpartition("\n")[2] + text[comment.end() :].partition("\n")[0]
    if sound is None:
        what = "gives no reason" if re.search(r"\d:?\s*\Z", comment["words"]) else "cannot be read"
        return f"this allowance {what}", FORM
    if beside.strip():
        return "this allowance stands among other words", "put it on a line of its own, before its paragraph"
    if sound["rule"] in PAGE_RULES:
        return f"{sound['rule']} is about the whole page, and no paragraph is allowed to break it", "mend the page"
    if sound["rule"] not in rules:
        known = f"the rules are {', '.join(sorted(rules))}"
        return f'there is no rule "{sound["rule"]}"', did_you_mean(sound["rule"], rules, known, cutoff=0.7)
    try:
        day = datetime.date.fromisoformat(sound["day"])
    except ValueError:
        return f"there is no day {sound['day']}", FORM
    if day < datetime.date.max and has_come(day + datetime.timedelta(days=1)):
        todo = "mend the words below it; or, if they are still right, say why and until when"
        return f"this allowance ended on {day}", todo
    return None


def unused(allowances: Iterable[Allowance], claims: Collection[Claim], source: Source) -> Iterator[Fault]:
    """A fault for each allowance that allows nothing."""
    for allowance in allowances:
        if not any(map(allowance.covers, claims)):
            what = f"this allowance allows nothing: the paragraph below it keeps to {allowance.rule}"
            yield source.fault(what, "remove it", allowance.at)
