"""Draws confidence against truth as an SVG: a point on the diagonal keeps its promise."""

from pathlib import Path

SIDE, EDGE = 420, 48
COLOURS = ("#1f6f8b", "#c8553d", "#588157", "#7b2d8b")


def draw(parts: dict[str, list[tuple[float, bool]]], folder: Path) -> Path:
    """Write `reliability.svg`: a line for each part, a point for each twentieth, as large as its values are many."""
    marks = [f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#999" stroke-dasharray="4 4"/>']
    for tick in range(0, 11, 2):
        share = tick / 10
        marks.append(f'<text x="{_x(share)}" y="{SIDE + EDGE + 18}" text-anchor="middle">{share:.1f}</text>')
        marks.append(f'<text x="{EDGE - 8}" y="{_y(share) + 4}" text-anchor="end">{share:.1f}</text>')
        marks.append(f'<line x1="{EDGE}" x2="{_x(1)}" y1="{_y(share)}" y2="{_y(share)}" stroke="#eee"/>')
    for number, (name, values) in enumerate(parts.items()):
        marks += _part(name, values, number)
    wide, high = SIDE + 2 * EDGE, SIDE + 2 * EDGE
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" font-family="sans-serif" font-size="12">'
    )
    axes = (
        f'<text x="{wide / 2}" y="{high - 10}" text-anchor="middle">confidence said</text>'
        f'<text x="14" y="{high / 2}" text-anchor="middle" transform="rotate(-90 14 {high / 2})">share right</text>'
    )
    path = folder / "reliability.svg"
    path.write_text(
        "\n".join([head, '<rect width="100%" height="100%" fill="#fff"/>', *marks, axes, "</svg>"]), "utf-8"
    )
    return path


def _part(name: str, values: list[tuple[float, bool]], number: int) -> list[str]:
    bands: dict[int, list[tuple[float, bool]]] = {}
    for said, right in values:
        bands.setdefault(min(19, int(said * 20)), []).append((said, right))
    colour = COLOURS[number % len(COLOURS)]
    points = []
    for _, band in sorted(bands.items()):
        if len(band) >= 10:
            points.append((sum(s for s, _ in band) / len(band), sum(r for _, r in band) / len(band), len(band)))
    line = " ".join(f"{_x(s):.1f},{_y(r):.1f}" for s, r, _ in points)
    marks = [f'<polyline points="{line}" fill="none" stroke="{colour}"/>']
    for mean, share, count in points:
        size = 2.5 + 9 * (count / max(len(values), 1)) ** 0.5
        marks.append(
            f'<circle cx="{_x(mean):.1f}" cy="{_y(share):.1f}" r="{size:.1f}" fill="{colour}" fill-opacity="0.6">'
            f"<title>{name}: {count} values said {mean:.3f}, right {share:.3f}</title></circle>"
        )
    marks.append(f'<text x="{EDGE + 10}" y="{EDGE + 16 + 16 * number}" fill="{colour}">{name}</text>')
    return marks


def _x(share: float) -> float:
    return EDGE + SIDE * share


def _y(share: float) -> float:
    return EDGE + SIDE * (1 - share)
