"""Keep compiled templates in the memory of builds."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache

from plugins.models.machinery import libraries
from plugins.models.memory import key_of

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

    from plugins.models.memory import Memory


class Bytecode(BytecodeCache):
    """Jinja's own cache on disk asks neither for its version nor for the options that a template is compiled with."""

    def __init__(self, memory: Memory, options: dict[str, Any]) -> None:
        self.memory = memory
        self.compiler = [*libraries(), *(f"{name}={value}" for name, value in sorted(options.items()))]

    def load_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja."""
        kept = self.memory.get(self._key(bucket))
        if kept:
            bucket.code = marshal.loads(kept)  # noqa: S302  what Python's __pycache__ holds, and no less safe

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja."""
        self.memory.put(self._key(bucket), marshal.dumps(bucket.code))

    def _key(self, bucket: Bucket) -> bytes:
        return key_of("template", *self.compiler, bucket.key, bucket.checksum)
