"""Know what each notice must say, and hold a built notice against it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.dates import dated
from plugins.models.notices import NOT_NEEDED
from tools.check.facts import text_of
from tools.check.site import attribute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plugins.faults import Fault
    from plugins.models.clinic import Clinic, Helpline
    from tools.check.site import Built

# Prescribed word for word by 45 CFR 164.520(b)(1)(i).
HEADER = (
    "THIS NOTICE DESCRIBES HOW MEDICAL INFORMATION ABOUT YOU MAY BE USED AND DISCLOSED "
    "AND HOW YOU CAN GET ACCESS TO THIS INFORMATION. PLEASE REVIEW IT CAREFULLY."
)
GROUNDS = ("race", "color", "national origin", "age", "disability", "sex")  # 45 CFR 92.10(a)(1)(i)
FEWEST = 16  # 45 CFR 92.11(b): English, and the 15 languages most spoken in the state
RIGHT_TO_LEFT = {"ar", "fa", "he", "ps", "ur"}


def privacy_practices(clinic: Clinic) -> dict[str, str]:
    """What a notice of privacy practices gives (45 CFR 164.520); of its date, plugins/models/notices.py knows more."""
    return {
        "the header that the law prescribes": HEADER,
        "its effective date": f"Effective date: {dated(clinic.notices.privacy_practices_effective)}",
        "whom to ask": clinic.privacy_contact,
        "the way to complain to the government": str(clinic.helplines["hhs-complaint"].web),
    }


def nondiscrimination(clinic: Clinic) -> dict[str, str]:
    """What a notice of nondiscrimination gives (45 CFR 92.10); a coordinator from 15 people on (92.7)."""
    coordinator = {"the coordinator": clinic.notices.civil_rights_coordinator}
    return {
        **{f'the ground "{ground}"': ground for ground in GROUNDS},
        **(coordinator if clinic.switches.employees_15_plus.yes else {}),
        **_ways(clinic.helplines["civil-rights"], "to complain to the government"),
        "the date of the sample that it goes by": dated(clinic.notices.nondiscrimination_sample),
    }


def good_faith_estimate(clinic: Clinic) -> dict[str, str]:
    """What a notice of the good-faith estimate gives (45 CFR 149.610)."""
    return _ways(clinic.helplines["no-surprises"], "to learn more from the government")


def _ways(line: Helpline, to: str) -> dict[str, str]:
    number = line.telephone.href if line.telephone else ""
    return {f"a way {to} on the web": str(line.web), f"a way {to} by telephone": number}


MUST_SAY: dict[str, Callable[[Clinic], dict[str, str]]] = {
    "privacy-practices": privacy_practices,
    "nondiscrimination": nondiscrimination,
    "good-faith-estimate": good_faith_estimate,
}


def lacking(notice: Built, wanted: dict[str, str]) -> Iterator[Fault]:
    """A notice says, or leads to, everything that its law wants."""
    main = notice.document.query("main")
    text = " ".join(text_of(part) for part in main).replace("\u2019", "'")
    hrefs = {attribute(link, "href") for part in main for link in part.query("a[href]")}
    for what, words in wanted.items():
        if NOT_NEEDED in words:
            todo = "write it in data/clinic.toml, below [notices]"
            yield notice.fault(f'this notice is needed, and {what} is "{NOT_NEEDED}"', todo, "<main", "Title:")
        elif words not in hrefs and not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE):
            yield notice.fault(
                f"this notice does not give {what}", f'write "{words}", a fact by its clinic: link', "<main", "Title:"
            )


def languages(notice: Built) -> Iterator[Fault]:
    """Help is offered in English and 15 other languages, each tagged with its language, and the way it is written."""
    offers = notice.document.query("main li[lang]")
    spoken = {attribute(offer, "lang").partition("-")[0] for offer in offers}
    if "en" not in spoken or len(spoken) < FEWEST:
        what = f"help is offered here in {len(spoken)} languages, and the law wants English and {FEWEST - 1} others"
        yield notice.fault(what, "add the others to data/taglines.toml", "<main", "Title:")
    for offer in offers:
        tag = attribute(offer, "lang")
        if (tag.partition("-")[0] in RIGHT_TO_LEFT) != (attribute(offer, "dir") == "rtl"):
            what = f'the offer in "{tag}" is not written the way of that language'
            yield notice.fault(what, "let the template write its dir", f'lang="{tag}"')
