"""Whatever editors do, the warm site is the one that a clean build makes."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.tools.warm.edits import Editing

LONG = settings(
    max_examples=1,
    stateful_step_count=12,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def test_after_each_of_many_random_edits_the_warm_site_is_what_a_clean_build_makes() -> None:
    run_state_machine_as_test(Editing, settings=LONG)
