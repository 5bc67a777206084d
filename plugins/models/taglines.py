"""Describe the offer of help with language, in each language: the shape of data/taglines.toml."""

from __future__ import annotations

import unicodedata
from typing import Literal

from pydantic import Field, field_validator

from plugins.models.placeholder import is_placeholder
from plugins.models.validation import Model, said

TELEPHONE = "{telephone}"


class Tagline(Model):
    """The offer in one language. ``checked`` says who, of those who speak it, read it."""

    name: str = Field(min_length=1, description="what the language calls itself")
    english: str = Field(min_length=1, description="what English calls the language")
    text: str = Field(description='the offer in that language, with "{telephone}" where the number stands')
    checked: str = Field(min_length=1, description="who checked the words and when, or To be confirmed: …")

    @field_validator("text")
    @classmethod
    def _with_its_telephone(cls, text: str) -> str:
        if text.count(TELEPHONE) != 1:
            raise said(f'has {text.count(TELEPHONE)} times "{TELEPHONE}"')
        return text

    @property
    def around(self) -> tuple[str, str]:
        """The words before and after the telephone number."""
        before, _, after = self.text.partition(TELEPHONE)
        return before, after

    @property
    def direction(self) -> Literal["rtl", "ltr"]:
        """Which way it is written, by the first letter that has a direction (Unicode Bidirectional Algorithm, P2)."""
        strong = (unicodedata.bidirectional(letter) for letter in self.text)
        first = next((kind for kind in strong if kind in {"L", "R", "AL"}), "L")
        return "ltr" if first == "L" else "rtl"


class Taglines(Model):
    """Every offer, by the tag of its language (BCP 47), English first."""

    languages_checked: str = Field(min_length=1, description="the list that these are held against, and its day")
    language: dict[str, Tagline] = Field(description="a table [language.es] for each language")

    @property
    def unchecked(self) -> list[str]:
        """The languages, by their English names, whose words nobody has checked."""
        return [each.english for each in self.language.values() if is_placeholder(each.checked)]
