"""A time zone is one of the United States, and told as people say it."""

from __future__ import annotations

import pytest

from plugins.models.time_zone import time_zone_name


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("America/New_York", "Eastern Time"),
        ("America/Detroit", "Eastern Time"),
        ("America/Chicago", "Central Time"),
        ("America/Phoenix", "Mountain Time"),
        ("America/Los_Angeles", "Pacific Time"),
        ("America/Anchorage", "Alaska Time"),
        ("Pacific/Honolulu", "Hawaii Time"),
        ("America/Puerto_Rico", "Atlantic Time"),
    ],
)
def test_a_time_zone_has_one_name_summer_and_winter(zone: str, name: str) -> None:
    assert time_zone_name(zone) == name


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "Europe/Berlin", "UTC", "Eastern", "../etc", "America", ""])
def test_any_other_is_refused(zone: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- pydantic tells what to write
        time_zone_name(zone)
