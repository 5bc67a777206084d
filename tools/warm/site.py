"""Build the site again and again in one process: a page for a change of words, everything for any other change."""

from __future__ import annotations

import gc
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import Pelican
from pelican.contents import Content
from pelican.log import LimitFilter
from pelican.plugins import signals
from pelican.settings import read_settings

from plugins import search, styles
from plugins.faults import LOG, BuildRefused, Fault, fault_of
from plugins.sections import Section
from tools.warm import memo
from tools.warm.built import BUILT, Built
from tools.warm.files import drop, put
from tools.warm.outcome import Outcome
from tools.warm.search import INDEX, Index, Job
from tools.warm.words import rewrite

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

NOT_READ = {".css", ".js"}  # no text is read differently when these change


class WarmSite:
    """The site in ``root``, built into ``output`` as ``tools.build`` builds it for development."""

    def __init__(self, root: Path, output: Path) -> None:
        self.root, self.output = root.resolve(), output.resolve()
        self.content = self.root / "content"
        self.memo = memo.ReadMemo()
        self.templates = memo.Templates()
        self.index = Index()
        self.built: Built | None = None
        self.waiting: set[Path] = set()  # what has changed since the last good build

    def build(self, changed: Collection[Path] = ()) -> Outcome:
        """Build what these files, changed, new or gone, are part of; without any, build everything.

        No fault of an editor is raised: all are in the outcome, and ``output`` is then as the last good build left it.
        The search index follows with ``settle``.
        """
        self._forget()
        self.waiting |= {path.resolve() for path in changed}
        self.output.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{self.output.name}-", dir=self.output.parent) as folder:
            outcome = self._write_words(Path(folder, "words")) or self._write_all(Path(folder, "fresh"))
        if outcome.good:
            self.waiting.clear()
        return outcome._replace(goto=self._shown(changed))

    def settle(self) -> None:
        """Write the search index of the pages as the last good build left them."""
        job = self.job()
        if job:
            self.index.write(job)

    def job(self) -> Job | None:
        """What the search index is made of; None before the first good build."""
        return Job.of(self.built.settings, self.output) if self.built else None

    def _write_words(self, fresh: Path) -> Outcome | None:
        texts = [self._text(path) for path in sorted(self.waiting) if path.is_file()]
        if not self.built or not self.output.exists() or not texts or len(texts) < len(self.waiting):
            return None
        faults = rewrite(self.built, [path or "" for path in texts], fresh)
        return None if faults is None else self._put(fresh, faults)

    def _write_all(self, fresh: Path) -> Outcome:
        if not self.waiting or not all(self._text(path) or path.suffix in NOT_READ for path in self.waiting):
            self.memo.clear()
        gc.unfreeze()
        styles.styles_of.cache_clear()  # it keeps the styles of every page
        built = Built(self.memo)
        importing = [*sys.path]  # settings lengthen it each time they are read
        try:
            settings = read_settings(str(self.root / "pelicanconf.py"), self._overrides(fresh, built))
            settings["JINJA_ENVIRONMENT"]["bytecode_cache"] = self.templates
            pelican = Pelican(settings)
            memo.install()
            signals.finalized.disconnect(search.write)
            pelican.run()
        except BuildRefused as refused:
            return Outcome(refused.faults, [])
        except Exception as error:
            return Outcome([fault_of(error)], [])
        finally:
            sys.path[:] = importing
            sys.modules.pop("pelicanconf", None)  # or the settings of the production build would begin with these
        built.finish()
        self.built = built
        gc.collect()
        gc.freeze()  # or each save would wait while the collector looks through a thousand pages
        gone = drop(self.output, fresh, but=INDEX)
        outcome = self._put(fresh, settings["FAULTS"])
        return outcome._replace(changed=sorted({*gone, *outcome.changed}))

    def _overrides(self, fresh: Path, built: Built) -> dict[str, Any]:
        return {"OUTPUT_PATH": str(fresh), memo.MEMO: self.memo, BUILT: built}

    def _put(self, fresh: Path, faults: Iterable[Fault]) -> Outcome:
        outcome = Outcome(sorted(faults), [])
        return outcome._replace(changed=put(fresh, self.output)) if outcome.good else outcome

    def _shown(self, changed: Collection[Path]) -> str | None:
        """The address that shows what was saved: a section's heading, or the page that all of it is part of."""
        known = self.built.known if self.built else {}
        # A text that moved is saved at one place, and gone from another.
        documents = [known.get(self._text(path.resolve()) or "") for path in changed if path.exists()]
        pages = {getattr(document, "article", document) for document in documents}
        page = pages.pop() if len(pages) == 1 else None
        if page is None:
            return None
        fragment = f"#{documents[0].id}" if len(documents) == 1 and isinstance(documents[0], Section) else ""
        return f"{page.address}{fragment}"

    def _text(self, path: Path) -> str | None:
        """The text's path in content/; None for any other file."""
        text = path.suffix == ".md" and path.is_relative_to(self.content)
        return path.relative_to(self.content).as_posix() if text else None

    @staticmethod
    def _forget() -> None:
        """Pelican keeps every page that it has ever shown, and tells no message twice."""
        for name in ("get_content", "get_summary"):
            vars(Content)[name].cache.clear()
        LimitFilter._raised_messages.clear()
        LimitFilter._group_count.clear()
        LOG.take()
