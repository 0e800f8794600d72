"""A drawing of times over sizes, both axes by powers of ten."""

from collections.abc import Callable, Sequence
from math import log10
from typing import NamedTuple
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 430, 70, 150, 50, 50
COLOURS = ("#0f766e", "#b45309", "#7c3aed", "#be123c", "#1d4ed8")
LOW, HIGH = 0.1, 1000.0  # milliseconds


class Line(NamedTuple):
    """One engine: milliseconds at each size."""

    name: str
    points: Sequence[tuple[int, float]]


def draw(lines: Sequence[Line]) -> str:
    """The lines as an SVG that stands by itself."""
    sizes = [size for line in lines for size, _ in line.points]
    few, many = min(sizes), max(sizes)

    def across(size: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (log10(size / few) / max(1.0, log10(many / few)))

    def up(time: float) -> float:
        share = log10(min(HIGH, max(LOW, time)) / LOW) / log10(HIGH / LOW)
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share

    parts = [*_frame(sorted(set(sizes)), across, up)]
    for line, colour in zip(lines, COLOURS, strict=False):
        places = [(across(size), up(time)) for size, time in line.points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2.5"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in places]
        x, y = places[-1]
        told = f"{line.name} {line.points[-1][1]:.1f} ms"
        parts.append(f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" fill="{colour}">{escape(told)}</text>')
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' font-family="sans-serif" font-size="13">\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>\n{body}\n</svg>\n'
    )


def _frame(sizes: Sequence[int], across: Callable[[float], float], up: Callable[[float], float]) -> list[str]:
    parts = [f'<text x="{LEFT}" y="28" font-size="15">Finding an expert: milliseconds (p95) by descriptors kept</text>']
    for size in sizes:
        x = across(size)
        parts.append(f'<line x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{HEIGHT - BOTTOM}" stroke="#e5e7eb"/>')
        parts.append(f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{size:,}</text>')
    for power in range(round(log10(LOW)), round(log10(HIGH)) + 1):
        y = up(10.0**power)
        parts.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}" stroke="#e5e7eb"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    return parts
