"""Say of a release what it holds, file by file, so that two releases can be compared and a live site proved."""

from __future__ import annotations

import json
import platform
import re
from hashlib import sha256
from importlib.metadata import version
from typing import TYPE_CHECKING, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from tools.addresses.built import NOT_FOUND, address_of, is_kept
from tools.publish.headers import headers_of

if TYPE_CHECKING:
    from pathlib import Path

    from tools.publish.site import Site

PATH = ".well-known/release.json"
# What the bytes of a build depend on, besides the project itself.
MAKERS = (
    "feedgenerator",
    "font-source-serif-pro",
    "jinja2",
    "justhtml",
    "markdown",
    "pelican",
    "pillow",
    "pydantic",
    "pymdown-extensions",
    "rcssmin",
    "resvg-py",
    "rjsmin",
    "snowballstemmer",
    "typogrify",
    "vobject",
)


class File(BaseModel):
    """One file: its bytes, and which of the manifest's sets of headers it is to be served with."""

    model_config = ConfigDict(frozen=True)

    sha256: str
    size: int
    headers: int


class Manifest(BaseModel):
    """A release for one host: paths count from the site's root, "about/index.html"; sizes are bytes; no time of day."""

    model_config = ConfigDict(frozen=True)

    site: str
    commit: str
    format: str
    preview: bool
    versions: dict[str, str]
    redirects: dict[str, str]
    gone: list[str]
    headers: list[dict[str, str]]
    files: dict[str, File]

    @classmethod
    def of(cls, folder: Path, site: Site, commit: str, format: str, *, sends_headers: bool = True) -> Self:  # noqa: A002
        """Describe what a build left in ``folder``, and how a host of this format serves it."""
        sets: list[dict[str, str]] = []
        files: dict[str, File] = {}
        paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        for name in sorted(paths.keys() - {PATH}):
            body = paths[name].read_bytes()
            headers = headers_of(address_of(name), preview=site.preview) if sends_headers else {}
            if headers not in sets:
                sets.append(headers)
            files[name] = File(sha256=sha256(body).hexdigest(), size=len(body), headers=sets.index(headers))
        return cls(
            site=site.url,
            commit=commit,
            format=format,
            preview=site.preview,
            redirects=site.redirects,
            gone=sorted(site.gone),
            versions={"python": platform.python_version()} | {maker: version(maker) for maker in MAKERS},
            headers=sets,
            files=files,
        )

    @classmethod
    def read(cls, text: str | bytes) -> Self | None:
        """Read what ``text`` wrote; None where it is no manifest."""
        try:
            return cls.model_validate_json(text)
        except ValidationError:
            return None

    def text(self) -> str:
        """As JSON, in the order of the alphabet, so that the same release gives the same bytes."""
        return json.dumps(self.model_dump(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"

    def write(self, folder: Path) -> None:
        """Put it among what is published."""
        path = folder / PATH
        path.parent.mkdir(exist_ok=True)
        path.write_text(self.text(), encoding="utf-8")

    def headers_of(self, path: str) -> dict[str, str]:
        """What a file is served with."""
        return self.headers[self.files[path].headers]

    @property
    def pages(self) -> list[str]:
        """The files that visitors open as pages: 404 is none."""
        return [path for path in self.files if path.endswith(".html") and f"/{path}" != NOT_FOUND]

    @property
    def addresses(self) -> set[str]:
        """What visitors keep: "/about/"."""
        return {address_of(path) for path in self.files if is_kept(path)}

    @property
    def size(self) -> int:
        """All its bytes."""
        return sum(file.size for file in self.files.values())


class Difference(NamedTuple):
    """Which paths a release adds, changes and removes; what only a fingerprint renamed is added and removed."""

    added: list[str]
    changed: list[str]
    removed: list[str]

    @classmethod
    def between(cls, before: Manifest | None, after: Manifest) -> Self:
        """Compare two releases; everything is added where there is none before."""
        old, new = before.files if before else {}, after.files
        changed = [path for path in new if path in old and old[path].sha256 != new[path].sha256]
        return cls(sorted(new.keys() - old.keys()), sorted(changed), sorted(old.keys() - new.keys()))

    def only(self, pattern: str) -> Self:
        """Of these paths, those that match."""
        return type(self)(*([path for path in paths if re.search(pattern, path)] for paths in self))
