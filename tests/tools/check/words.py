"""Sentences and a glossary for tests of plain language."""

from __future__ import annotations

from pathlib import Path

from plugins.faults import Source
from plugins.models.glossary import Glossary

GLOSSARY = Glossary.model_validate(
    {
        "names": ["ketamine"],
        "term": [
            {"term": "dissociation", "also": ["dissociate"], "definition": "Feeling cut off from yourself."},
            {"term": "ECT", "short_for": "electroconvulsive therapy", "definition": "A current to the brain."},
            {"term": "infusion", "definition": "A medicine that drips slowly into a vein."},
            {"term": "NMDA receptor", "also": ["NMDA"], "definition": "A docking point on nerve cells."},
        ],
    }
)


def markdown(text: str, name: str = "content/page.md") -> Source:
    """A Markdown file that is nowhere."""
    return Source(Path("/somewhere", name), text)
