"""Run a real ssh server for one test, with a key of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from contextlib import contextmanager
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tools.serving import PATIENCE, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = shutil.which("sshd") or "/usr/sbin/sshd"
NEEDED = "Publishing to a server is tried with sshd and rsync: install them (apt-get install openssh-server rsync)."
CONFIGURATION = """Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/key.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
"""


@contextmanager
def sshd(folder: Path) -> Iterator[dict[str, str]]:
    """Until the block ends, this environment lets ssh and rsync in."""
    if not Path(PROGRAM).is_file() or not shutil.which("rsync"):
        pytest.skip(NEEDED)
    folder.mkdir()
    for name in ("host", "key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    (folder / "config").write_text(CONFIGURATION.format(port=port, folder=folder), encoding="utf-8")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where sshd locks itself in; it does not start without
    with (folder / "log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen([PROGRAM, "-D", "-e", "-f", str(folder / "config")], stdout=log, stderr=log)
    try:
        wait_until(lambda: process.poll() is not None or _listens(port), "sshd listens")
        assert process.poll() is None, (folder / "log").read_text(encoding="utf-8")
        shared = f"-o ControlMaster=auto -o ControlPersist=yes -o ControlPath={folder}/%r"
        options = f"{shared} -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -F none"
        shell = f"ssh -p {port} -i {folder}/key {options}"
        yield {**os.environ, "RSYNC_RSH": shell, "PUBLISH_SERVER": f"{getuser()}@127.0.0.1"}
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _listens(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0
