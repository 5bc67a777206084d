"""Turn each picture that an editor drops into content/images/ into small modern files of several widths."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from pelican.plugins import signals

from plugins.faults import did_you_mean
from plugins.models.rendition import DRAWN, drawing, prune, renditions

if TYPE_CHECKING:
    from markdown import Markdown
    from pelican import Pelican
    from pelican.generators import StaticGenerator

    from plugins.faults import Source
    from plugins.models.rendition import Rendition

FOLDER, CACHE = "images", "pictures"  # in content/ and the output; in .cache/
MEASURE = "(min-width: 50rem) 48rem, 100vw"
AFTER_INLINE = 14


class PictureProcessor(Treeprocessor):
    """``![what it shows](/images/x.jpg)`` becomes a picture with its sizes; without words or a file it is a fault."""

    def run(self, root: ET.Element) -> None:
        """Called by Python-Markdown with the page's tree."""
        images = list(root.iter("img"))
        if not images:
            return
        markdown: Any = self.md
        source: Source = markdown.source
        folder = Path(markdown.settings["PATH"])
        parents = {child: parent for parent in root.iter() for child in parent}
        seen: dict[str, int] = {}
        for nth, image in enumerate(images):
            written = image.get("src", "")
            seen[written] = seen.get(written, -1) + 1
            address = written.removeprefix("{static}")
            picture = folder / address.lstrip("/")
            at = source.find(f"]({written}", seen[written])
            markdown.settings["SHOWN"].add(address.lstrip("/"))
            if not image.get("alt", "").strip():
                todo = "say between the square brackets what it shows: ![A quiet room](/images/room.jpg)"
                markdown.faults.add(source.fault(f'the picture "{address}" has no words', todo, at))
            if not address.startswith(f"/{FOLDER}/") or not picture.is_file():
                what, todo = f'there is no picture "{address}"', self._nearest(folder, address)
                markdown.faults.add(source.fault(what, todo, at + 2))
                continue
            if nth or markdown.kind == "section":
                image.set("loading", "lazy")
            try:
                self._show(image, parents[image], picture)
            except (OSError, ValueError):
                what = f'"{address}" cannot be read as a picture'
                markdown.faults.add(source.fault(what, "save it again as JPEG, PNG, WebP, AVIF or SVG", at + 2))

    def _show(self, image: ET.Element, parent: ET.Element, picture: Path) -> None:
        """Give the image its files and its size; raise OSError or ValueError for what is no picture."""
        settings, cache = self.md.settings, Path(self.md.settings["CACHE_PATH"], CACHE)
        if picture.suffix.lower() == DRAWN:
            files = [drawing(picture, cache)]
            _size(image, files[0], settings["SITE_ROOT"])
        else:
            made = renditions(picture, cache)
            files = [file for format_files in made.values() for file in format_files]
            _replace(parent, image, made, settings["SITE_ROOT"])
        settings["PICTURES"].update(file.name for file in files)

    @staticmethod
    def _nearest(folder: Path, address: str) -> str:
        names = [f"/{path.relative_to(folder).as_posix()}" for path in (folder / FOLDER).rglob("*") if path.is_file()]
        return did_you_mean(address, names, f"put the file into content/{FOLDER}/")


def _replace(parent: ET.Element, image: ET.Element, made: dict[str, list[Rendition]], site: str) -> None:
    """Put a ``<picture>`` in the image's place: AVIF where the browser knows it, else WebP."""
    *others, fallback = made
    picture = ET.Element("picture")
    picture.tail, image.tail = image.tail, None
    for suffix in others:
        ET.SubElement(
            picture, "source", {"type": f"image/{suffix}", "srcset": _srcset(made[suffix], site), "sizes": MEASURE}
        )
    _size(image, made[fallback][-1], site)
    image.attrib |= {"srcset": _srcset(made[fallback], site), "sizes": MEASURE, "decoding": "async"}
    picture.append(image)
    parent[list(parent).index(image)] = picture


def _size(image: ET.Element, file: Rendition, site: str) -> None:
    image.attrib |= {"src": f"{site}/{FOLDER}/{file.name}", "width": str(file.width), "height": str(file.height)}


def _srcset(files: list[Rendition], site: str) -> str:
    return ", ".join(f"{site}/{FOLDER}/{file.name} {file.width}w" for file in files)


class Pictures(Extension):
    """The extension that pelicanconf.py names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown."""
        md.treeprocessors.register(PictureProcessor(md), "pictures", AFTER_INLINE)


def start(pelican: Pelican) -> None:
    """Begin each build with no pictures."""
    pelican.settings["PICTURES"] = set()


def keep_originals_back(generator: StaticGenerator) -> None:
    """A picture is published as made here and never as it came: a photograph may carry where it was taken."""
    pictures = Path(generator.settings["PATH"], FOLDER)
    kept = [file for file in generator.staticfiles if not Path(file.source_path).is_relative_to(pictures)]
    generator.staticfiles = generator.context["staticfiles"] = kept


def publish(pelican: Pelican) -> None:
    """Copy what this build's pages show from the cache, and drop from there what no build has shown for long."""
    settings = pelican.settings
    cache = Path(settings["CACHE_PATH"], CACHE)
    for name in sorted(settings["PICTURES"]):
        target = Path(settings["OUTPUT_PATH"], FOLDER, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(cache / name, target)
    prune(cache, settings["PICTURES"])


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(start)
    signals.static_generator_finalized.connect(keep_originals_back)
    signals.finalized.connect(publish)
