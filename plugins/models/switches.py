"""Describe the questions about the clinic on which rules hang: the tables [switches] of data/clinic.toml."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from plugins.models.days import PastDate
from plugins.models.placeholder import is_placeholder
from plugins.models.validation import Model, said

AN_ANSWER = '"yes", "no", or "To be confirmed: …" until the clinic knows'


def _answer(written: object) -> object:
    if not isinstance(written, str) or (written not in ("yes", "no") and not is_placeholder(written)):
        raise ValueError(written)
    return written


class Switch(Model):
    """A question with its answer; until there is one, the rule that hangs on it applies.

    The answer that turns the rule off must say why, and when that was decided.
    """

    strict: ClassVar = "yes"

    answer: Annotated[str, BeforeValidator(_answer)] = Field(description=AN_ANSWER)
    reason: str = Field(default="", description="in one sentence, why the rule does not bind the clinic")
    decided: PastDate | None = Field(default=None, description="the day of the decision, such as 2026-11-02")

    @property
    def question(self) -> str:
        """What an open answer leaves open: "whether HIPAA binds the clinic"."""
        return self.answer.partition(": ")[2]

    @property
    def yes(self) -> bool:
        """Whether the site takes the answer for "yes"; an open question counts as the strict answer."""
        return (self.strict if is_placeholder(self.answer) else self.answer) == "yes"

    @property
    def off(self) -> bool:
        """Whether the answer turns the rule off."""
        return self.yes != (self.strict == "yes")

    @model_validator(mode="after")
    def _off_with_its_reason(self) -> Self:
        if self.off and not (self.reason.strip() and self.decided):
            what = f'is answered "{self.answer}", which turns a rule off, without reason and day'
            raise said(what, 'add reason = "why the rule does not bind the clinic" and decided = 2026-11-02')
        return self


class Permission(Switch):
    """A question of which "yes" allows what is forbidden until then."""

    strict: ClassVar = "no"


def _open(question: str) -> Switch:
    return Switch(answer=f"To be confirmed: {question}")


class Switches(Model):
    """Every question, open where data/clinic.toml does not answer it."""

    covered_entity: Switch = _open("whether HIPAA binds the clinic")
    receives_federal_funds: Switch = _open("whether the clinic takes Medicare, Medicaid or other federal money")
    employees_15_plus: Switch = _open("whether 15 people or more work for the clinic")
    self_pay: Switch = _open("whether anybody pays for care without insurance")
    offers_spravato: Permission = Permission(answer="To be confirmed: whether the clinic is certified (REMS)")
