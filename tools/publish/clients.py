"""Run the programs that hosts come with."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from tools.publish.host import NotPublished

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tools.publish.host import Say

LAST_WORDS = 12  # lines of a client that failed


def run(command: Iterable[str], env: Mapping[str, str], *, cwd: Path | None = None, script: str = "") -> str:
    """Run a client and return what it says; ``script`` is what it reads. Raises NotPublished with its last words."""
    command = list(command)
    try:
        done = subprocess.run(command, cwd=cwd, input=script, env=env, capture_output=True, text=True, check=False)  # noqa: S603
    except FileNotFoundError:
        raise NotPublished(f"{command[0]} is not installed; install it, and publish again.") from None
    if done.returncode:
        said = [*done.stdout.splitlines(), *done.stderr.splitlines()][-LAST_WORDS:]
        raise NotPublished("\n".join((f"{Path(command[0]).name} failed ({done.returncode}); it said:", *said)))
    return done.stdout


def stream(command: Iterable[str], env: Mapping[str, str], say: Say, *, cwd: Path | None = None) -> str:
    """Run a client that takes its time, pass on each of its lines, and return all; raises NotPublished."""
    command = list(command)
    told = []
    try:
        process = subprocess.Popen(  # noqa: S603
            command,
            cwd=cwd,
            env=env,
            text=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    except FileNotFoundError:
        raise NotPublished(f"{command[0]} is not installed; install it, and publish again.") from None
    with process:
        for line in process.stdout or ():
            told.append(line)
            if line.strip():
                say(line.rstrip())
    if process.returncode:
        raise NotPublished(f"{Path(command[0]).name} failed ({process.returncode}); what it said stands above.")
    return "".join(told)
