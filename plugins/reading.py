"""Read each text once: keep what it was read as for the next build, and read what is new on every core."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.contents import Content
from pelican.plugins import signals
from pelican.readers import BaseReader

from plugins.faults import LOG, Source
from plugins.front_matter import FrontMatterReader
from plugins.models import days
from plugins.models.processes import on_every_core
from plugins.models.remembered import key_in
from plugins.models.spool import SETTING, Spool, Spooled, Words
from plugins.models.texts import texts
from plugins.models.values import read, written
from plugins.pictures import CACHE, FOLDER

if TYPE_CHECKING:
    import datetime

    from pelican import Pelican
    from pelican.generators import Generator
    from pelican.readers import Readers
    from pelican.settings import Settings

    from plugins.faults import Fault


@dataclass
class Read:
    """What a text was read as, and what was found there.

    ``pictures`` are the files that its pictures became, ``shown`` those that it names, with their SHA-256, and ``days``
    what was asked of the calendar: with other answers it would be read as something else.
    """

    html: Spooled | str
    metadata: dict[str, Any]
    faults: set[Fault]
    pictures: set[str]
    shown: dict[str, str]
    days: dict[datetime.date, bool]

    def holds(self, settings: Settings) -> bool:
        """Whether all that reading looked at beside the text is as it was."""
        made = Path(settings["CACHE_PATH"], CACHE)
        return (
            all(days.has_come(day) == answer for day, answer in self.days.items())
            and all(digest_of(name, settings) == digest for name, digest in self.shown.items())
            and all((made / name).is_file() for name in self.pictures)
        )


def digest_of(name: str, settings: Settings) -> str:
    """The SHA-256 of a file in content/, or of the names in a folder there; nothing where there is neither."""
    path, known = Path(settings["PATH"], name), settings["DIGESTS"]
    if name not in known:
        names = sorted(each.relative_to(path).as_posix() for each in path.rglob("*")) if path.is_dir() else []
        data = path.read_bytes() if path.is_file() else "\n".join(names).encode()
        known[name] = sha256(data).hexdigest() if data else ""
    return str(known[name])


class RememberingReader(FrontMatterReader):
    """Reads a text only if no build before has read the same one with the same machinery."""

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """As FrontMatterReader does."""
        settings = self.settings
        if settings["READ"] is None:
            settings["READ"] = {}
            self._read_ahead()
        found = settings["READ"].pop(source_path, None) or self._read_once(source_path)
        settings["FAULTS"] |= found.faults
        settings["PICTURES"] |= found.pictures
        return settings[SETTING].get(found.html), dict(found.metadata)

    def _read_ahead(self) -> None:
        """Read all that is not remembered, on every core."""
        settings = self.settings
        paths = [str(path) for path in texts(Path(settings["PATH"]))]
        new = []
        for path in paths:
            key = self._key(path)
            found = self._recall(key)
            if found is None:
                new.append((path, key))
            else:
                self._hold(path, found)
        for (path, key), kept in zip(new, on_every_core(self._kept, [path for path, _ in new]), strict=True):
            if kept:
                self._hold(path, Read(*read(kept)))
                settings["MEMORY"].put(key, kept)

    def _hold(self, path: str, found: Read) -> None:
        """Until Pelican asks for it."""
        self.settings["READ"][path] = replace(found, html=self.settings[SETTING].put(found.html))

    def _read_once(self, source_path: str) -> Read:
        key = self._key(source_path)
        found = self._recall(key)
        if found is None:
            found, kept = self._read(source_path)
            if kept:
                self.settings["MEMORY"].put(key, kept)
        return found

    def _kept(self, source_path: str) -> bytes | None:
        return self._read(source_path)[1]

    def _read(self, source_path: str) -> tuple[Read, bytes | None]:
        """What the text is read as, and that written down; None where Pelican or a library has something to say."""
        settings = self.settings
        before = {name: settings[name] for name in ("FAULTS", "PICTURES", "SHOWN")}
        settings.update(FAULTS=set(), PICTURES=set(), SHOWN=set())
        said = set(LOG.faults)
        days.ASKED.clear()
        try:
            html, metadata = super().read(source_path)
            if settings["FAULTS"]:
                settings["SHOWN"].add(FOLDER)  # a name that is wrong is held against those that are there
            shown = {name: digest_of(name, settings) for name in sorted(settings["SHOWN"])}
            found = Read(html, metadata, settings["FAULTS"], settings["PICTURES"], shown, dict(days.ASKED))
        finally:
            settings.update(before)
        try:
            return found, written([*vars(found).values()]) if said == LOG.faults else None
        except TypeError:
            return found, None

    def _recall(self, key: bytes) -> Read | None:
        kept = self.settings["MEMORY"].get(key)
        found = Read(*read(kept)) if kept else None
        return found if found and found.holds(self.settings) else None

    def _key(self, source_path: str) -> bytes:
        path = Path(source_path)
        place = path.relative_to(self.settings["PATH"]).as_posix()
        return key_in(self.settings, "text", place, Source(path, "").name, path.read_bytes())


def begin(pelican: Pelican) -> None:
    """Nothing has been read yet."""
    spool = Spool(Path(pelican.output_path).parent)
    pelican.settings.update({"READ": None, "DIGESTS": {}, "SHOWN": set(), SETTING: spool})


def read_markdown_only(readers: Readers) -> None:
    """Put this reader in the place of all of Pelican's own but the one that copies files."""
    readers.reader_classes = {"static": BaseReader, "md": RememberingReader}


def save(generators: list[Generator]) -> None:
    """Write down what was read, whether or not the build is refused."""
    settings = generators[0].settings
    settings["MEMORY"].save()
    settings["READ"] = {}


def end(pelican: Pelican) -> None:
    """Write down what was made since: this plugin comes last."""
    pelican.settings["MEMORY"].close()


def register() -> None:
    """Called by Pelican."""
    Content._content = Words("_content")
    signals.get_generators.connect(begin)
    signals.readers_init.connect(read_markdown_only)
    signals.all_generators_finalized.connect(save)
    signals.finalized.connect(end)
