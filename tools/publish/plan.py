"""Say what publishing would do, before it is done: for a person, or for a program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tools.addresses.built import FINGERPRINTED, address_of, is_kept
from tools.publish.manifest import Difference, Manifest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SIGNS = ("+", "~", "-")
NOTHING = "nothing"


class Plan(NamedTuple):
    """What stands at the host now, and what shall."""

    before: Manifest | None
    after: Manifest

    @property
    def difference(self) -> Difference:
        """Every path that comes, changes or goes."""
        return Difference.between(self.before, self.after)

    @property
    def addresses(self) -> Difference:
        """Of these, what visitors keep: pages, feeds, contact cards."""
        return Difference(*(sorted(map(address_of, filter(is_kept, paths))) for paths in self.difference))

    @property
    def headers(self) -> list[tuple[list[str], dict[str, str], dict[str, str]]]:
        """What is served with other headers than before: which paths, the headers then, the headers now."""
        alike: dict[str, tuple[list[str], dict[str, str], dict[str, str]]] = {}
        for path in self.after.files:
            then = self.before.headers_of(path) if self.before and path in self.before.files else {}
            now = self.after.headers_of(path)
            if then != now and (self.before is None or path in self.before.files):
                alike.setdefault(repr((then, now)), ([], then, now))[0].append(path)
        return list(alike.values())

    def data(self, commands: list[str], reasons: list[str]) -> dict[str, Any]:
        """All of it, for a program; ``reasons`` say why it is refused."""
        return {
            "site": self.after.site,
            "format": self.after.format,
            "preview": self.after.preview,
            "commit": {"before": self.before.commit if self.before else None, "after": self.after.commit},
            "addresses": self.addresses._asdict(),
            "files": self.difference._asdict(),
            "redirects": self.after.redirects,
            "gone": self.after.gone,
            "headers": [{"paths": paths, "before": then, "after": now} for paths, then, now in self.headers],
            "commands": commands,
            "refused": reasons,
        }

    def text(self, host: str, commands: list[str]) -> str:
        """All of it, for a person."""
        after, kind = self.after, "a preview, unlisted" if self.after.preview else "the site"
        files = f"{len(after.files)} files, {megabytes(after.size)}"
        there = f"commit {self.before.commit[:10]}, {len(self.before.files)} files" if self.before else NOTHING
        lines = [f"To {host}: {kind}, {after.site}, commit {after.commit[:10]}, {files}", f"There now: {there}", ""]
        lines += section("Addresses", signed(self.addresses))
        others = Difference(*([path for path in paths if not is_kept(path)] for paths in self.difference))
        lines += section("Other files", [told for told in (counted(others),) if told])
        lines += section("Redirects", [f"{old} -> {new}" for old, new in sorted(after.redirects.items())])
        lines += section("Gone for good", after.gone)
        lines += section("Headers", [line for change in self.headers for line in header_lines(*change)])
        return "\n".join([*lines, *section("Then", commands)]).rstrip() + "\n"


def section(title: str, lines: Iterable[str]) -> list[str]:
    """A title, what belongs to it, and a blank line."""
    return [title, *(f"  {line}" for line in list(lines) or [NOTHING]), ""]


def signed(difference: Difference) -> Iterator[str]:
    """What is added with "+", changed with "~", removed with "-"."""
    told = [(path, sign) for sign, paths in zip(SIGNS, difference, strict=True) for path in paths]
    return (f"{sign} {path}" for path, sign in sorted(told))


def counted(difference: Difference) -> str:
    """In words: "3 added, 1 removed"; "" for nothing."""
    words = zip(map(len, difference), difference._fields, strict=True)
    return ", ".join(f"{count} {what}" for count, what in words if count)


def header_lines(paths: list[str], then: dict[str, str], now: dict[str, str]) -> Iterator[str]:
    """Which files, and each header that comes, changes or goes."""
    hashed = all(FINGERPRINTED.fullmatch(f"/{path}") for path in paths)
    some = f"named by {'their' if len(paths) > 1 else 'its'} bytes" if hashed else ", ".join(map(address_of, paths[:2]))
    yield f"{len(paths)} file{'s' * (len(paths) != 1)}, {some}{' …' * (len(paths) > 2 and not hashed)}"
    for name in sorted(then.keys() | now.keys()):
        if then.get(name) != now.get(name):
            yield f"  {'~' if name in then and name in now else '+' if name in now else '-'} {name}: " + now.get(
                name, then.get(name, "")
            )


def megabytes(size: int) -> str:
    """Bytes as people say them."""
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1_000:.1f} kB"
