"""Find the programs that tests and publishing use and that are no Python, or get them into .cache/oracles/."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from plugins.faults import ROOT

CACHE = ROOT / ".cache" / "oracles"


class Oracle(NamedTuple):
    """One file of an npm package that a program runs, of this major version or newer; ``sha256`` is that file's."""

    name: str
    package: str
    version: str
    file: str
    sha256: str
    program: str
    major: int = 0

    @property
    def folder(self) -> Path:
        """Its own folder: npm removes from a folder whatever it was not told of this time."""
        return CACHE / self.package

    @property
    def needed(self) -> str:
        """One sentence on what using it needs."""
        program = f"{self.program} {self.major} or newer" if self.major else self.program
        return f"{self.name} needs {program}, and npm to get it: install both, then try again."

    @property
    def can_run(self) -> bool:
        """Whether its program is here, and new enough."""
        if not (program := shutil.which(self.program)):
            return False
        if not self.major:
            return True
        told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
        found = re.search(r"\d+", told)
        return found is not None and int(found[0]) >= self.major

    def find(self) -> Path | None:
        """Its file, of exactly this version; None where that or its program is missing."""
        path = self.folder / "node_modules" / self.package / self.file
        return (
            path
            if path.is_file() and self.can_run and hashlib.sha256(path.read_bytes()).hexdigest() == self.sha256
            else None
        )

    def ensure(self) -> Path | None:
        """Its file, got by npm if need be; None, and one sentence, where it cannot be had."""
        npm = shutil.which("npm")
        if not self.find() and npm and self.can_run:
            print(f"Getting {self.name} {self.version} …", flush=True)
            self.folder.mkdir(parents=True, exist_ok=True)
            options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(self.folder)]
            command = [npm, "install", *options, f"{self.package}@{self.version}"]
            subprocess.run(command, capture_output=True, check=False)  # noqa: S603
        if not (found := self.find()):
            print(self.needed, file=sys.stderr)
        return found


class Server(NamedTuple):
    """A server that Debian ships, and the file of its module if it needs one; nothing is got, only found."""

    name: str
    program: str
    packages: str
    module: str = ""

    @property
    def needed(self) -> str:
        """One sentence on what its tests need."""
        return f"{self.name} is not here: install it (in Debian: apt-get install {self.packages})."

    def find(self) -> Path | None:
        """Its program; None where that or its module is missing."""
        program = shutil.which(self.program, path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin")
        return Path(program) if program and (not self.module or Path(self.module).is_file()) else None


NU_HTML_CHECKER = Oracle(
    name="The Nu HTML Checker",
    package="vnu-jar",
    version="26.9.27",
    file="build/dist/vnu.jar",
    sha256="22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47",
    program="java",
)
FORMSPREE_CLIENT = Oracle(
    name="Formspree's client",
    package="@formspree/core",
    version="4.0.0",
    file="dist/index.mjs",
    sha256="6b928ca2b1920cde892182129a8254f4a9d67387b17e33f5a850bec5e7db7098",
    program="node",
)
CLOUDFLARE_RUNTIME = Oracle(
    name="Cloudflare's runtime",
    package="wrangler",
    version="4.70.0",  # newer ones need Node 22, and this one Node 20
    file="wrangler-dist/cli.js",
    sha256="098b797797edb8487a1d9c2f03c041f8ae0f2ff48dbe067af93c404a0efadf9a",
    program="node",
    major=20,
)
NETLIFY_CLIENT = Oracle(
    name="Netlify's API client",
    package="@netlify/api",
    version="14.0.9",  # newer ones need Node 22
    file="lib/index.js",
    sha256="b29929a247bbcc58a912d941e831c0b70b588886a882f6215481f0c7df8415e5",
    program="node",
    major=20,
)
NETLIFY_HEADERS = Oracle(
    name="Netlify's reader of _headers",
    package="@netlify/headers-parser",
    version="9.0.3",  # newer ones of this and the next need Node 22
    file="lib/index.js",
    sha256="31a410981ccaaf90f004ff23ff010e4c4b3a136be4b66a8352a24e06d13e1da0",
    program="node",
    major=20,
)
NETLIFY_REDIRECTS = Oracle(
    name="Netlify's reader of _redirects",
    package="@netlify/redirect-parser",
    version="15.0.4",
    file="lib/index.js",
    sha256="6d9462d5f3a93784b618a8e22b3aba6dec7cd510234706893fa61d251373cb5f",
    program="node",
    major=20,
)
SITEMAP_SCHEMA = Oracle(
    name="The sitemap's schema",
    package="sitemap",
    version="9.0.1",
    file="schema/sitemap.xsd",
    sha256="fbec77e84467050d5667394a57cc5cdfe1239d80aca1d61e9e0827173c3d9df9",
    program="node",
)
TYPESCRIPT = Oracle(
    name="TypeScript's compiler",
    package="typescript",
    version="5.9.3",
    file="lib/_tsc.js",
    sha256="e8f349eabd48486bdb2bf9dc1a00c89d58297270c54b745838879e2859194419",
    program="node",
)
SCHEMA_ORG = Oracle(
    name="schema.org's vocabulary as types",
    package="schema-dts",
    version="2.1.0",
    file="dist/schema.d.ts",
    sha256="efc3e1bdfe893c6e93057d99cd8e839e54dc233da19af4c05a09665c78c2b22c",
    program="node",
)
NGINX = Server(
    name="nginx with its brotli module",
    program="nginx",
    packages="nginx libnginx-mod-http-brotli-static",
    module="/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
)
CADDY = Server(name="Caddy", program="caddy", packages="caddy")
WRK = Server(name="wrk, which asks as often as it can,", program="wrk", packages="wrk")
ORACLES = (
    NU_HTML_CHECKER,
    FORMSPREE_CLIENT,
    CLOUDFLARE_RUNTIME,
    NETLIFY_CLIENT,
    NETLIFY_HEADERS,
    NETLIFY_REDIRECTS,
    SITEMAP_SCHEMA,
    TYPESCRIPT,
    SCHEMA_ORG,
)


def ensure_all() -> None:
    """Get every oracle that can be had here; the tests of the others are skipped by name."""
    with ThreadPoolExecutor() as pool:
        list(pool.map(Oracle.ensure, ORACLES))
