"""What tests ask is there as a whole, or they are told in one sentence what is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import file_of
from tools.oracles import CADDY, NGINX, Server


def test_a_server_is_found_with_its_module_or_not_at_all() -> None:
    python = Path(sys.executable)

    assert Server("Python", str(python), "python3").find() == python
    assert Server("Python", str(python), "python3", module=__file__).find() == python
    assert Server("Python", str(python), "python3", module="/no/such/module.so").find() is None


def test_tests_of_a_missing_server_are_skipped_by_name() -> None:
    with pytest.raises(pytest.skip.Exception) as skipped:
        file_of(CADDY._replace(program="no-such-program"))

    assert str(skipped.value) == "Caddy is not here: install it (in Debian: apt-get install caddy)."
    assert NGINX.needed.endswith("apt-get install nginx libnginx-mod-http-brotli-static).")
