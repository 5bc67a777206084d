"""Draw how times grow with the size of a site, both axes in powers of ten."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH, HEIGHT, LEFT, BELOW, RIGHT, ABOVE = 720, 400, 60, 44, 190, 16
COLORS = ("#0b5d51", "#2f9e8b", "#7a3e9d", "#b3412a", "#8a6d00", "#33528f", "#555555", "#c2185b")
SVG = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" font-family="sans-serif" font-size="12">\n'
    '<rect width="100%" height="100%" fill="#ffffff"/>\n<g fill="#444444" stroke="none">{}</g>\n{}\n</svg>\n'
)
TICK = Markup('<text x="{:.0f}" y="{:.0f}" text-anchor="{}">{}</text>')
LINE = Markup(
    '<polyline points="{}" fill="none" stroke="{}" stroke-width="2"/><text x="{:.0f}" y="{:.0f}" fill="{}">{}</text>'
)
APART = 14  # px between two names


def chart(lines: Mapping[str, Sequence[tuple[int, float]]], unit: str) -> str:
    """An SVG of a line for each name, of sizes and figures, with the name at its end."""
    points = [point for line in lines.values() for point in line]
    sizes, figures = sorted({size for size, _ in points}), [figure for _, figure in points]
    low, high = math.floor(math.log10(min(figures))), math.ceil(math.log10(max(figures)))
    first, last = math.log10(sizes[0]), math.log10(max(sizes[-1], sizes[0] + 1))

    def x(size: float) -> float:
        return LEFT + (math.log10(size) - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    def y(figure: float) -> float:
        return HEIGHT - BELOW - (math.log10(figure) - low) / max(1, high - low) * (HEIGHT - BELOW - ABOVE)

    ticks = [TICK.format(x(size), HEIGHT - BELOW + 20, "middle", f"{size:,} pages") for size in sizes]
    ticks += [TICK.format(LEFT - 8, y(10**power) + 4, "end", f"{10**power:g} {unit}") for power in range(low, high + 1)]
    drawn, free = [], float(HEIGHT)
    # From below, so that names whose lines end together are moved apart.
    in_order = sorted(lines.items(), key=lambda line: line[1][-1][1])
    for (name, line), color in zip(in_order, COLORS * len(lines), strict=False):
        free = min(y(line[-1][1]) + 4, free - APART)
        path = " ".join(f"{x(size):.1f},{y(figure):.1f}" for size, figure in line)
        drawn.append(LINE.format(path, color, x(line[-1][0]) + 8, free, color, name))
    return str(SVG.format(WIDTH, HEIGHT, Markup("").join(ticks), Markup("\n").join(drawn)))
