"""Formspree's own client takes the receiver for Formspree."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.conftest import file_of
from tests.receiving import PROFILES, receiving
from tools.form_answers import KINDS, REFUSALS
from tools.oracles import FORMSPREE_CLIENT

if TYPE_CHECKING:
    from tests.receiving import Receiving
    from tools.form_answers import Kind

PROGRAM = Path(__file__).with_name("formspree.mjs")
UNREADABLE: set[Kind] = {"server error", "html", "reset"}


class Result(NamedTuple):
    """What the client makes of an answer."""

    kind: str
    next: str | None
    form: list[str]
    fields: list[list[str]]


@pytest.fixture(scope="module")
def client() -> Path:
    """The client."""
    return file_of(FORMSPREE_CLIENT)


def send(client: Path, receiver: Receiving) -> Result:
    command = ["node", str(PROGRAM), str(client), f"{receiver.address}/form-receiver"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Result(**json.loads(done.stdout))


def words(kind: Kind) -> str:
    return REFUSALS[kind][2]


def test_the_client_understands_every_answer(client: Path, tmp_path: Path) -> None:
    results: dict[str, Result] = {}
    with receiving(tmp_path, PROFILES["formspree"]) as receiver:
        for kind in KINDS.keys() - {"slow"}:
            receiver.kind = kind
            results[kind] = send(client, receiver)
        fields = [form.fields for form in receiver.received]

    assert all(results[kind].kind == "error" and results[kind].form for kind in UNREADABLE)
    assert {kind: result for kind, result in results.items() if kind not in UNREADABLE} == {
        "success": Result("success", "/thank-you/", [], []),
        "field errors": Result("error", None, [], [["email", words("field errors")]]),
        "over quota": Result("error", None, [words("over quota")], []),
        "too many requests": Result("error", None, [words("too many requests")], []),
    }
    assert fields == [{"name": ["Ana"], "email": ["ana@"]}] * len(results)


def test_the_client_does_not_take_another_service_for_its_own(client: Path, tmp_path: Path) -> None:
    with receiving(tmp_path, PROFILES["web3forms"]) as receiver:
        assert send(client, receiver) == Result("error", None, ["Unexpected response format"], [])
