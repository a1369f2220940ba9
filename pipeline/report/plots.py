"""Small plots as inline SVG: nothing to load, sharp in print, with their figures as text inside."""

from collections.abc import Sequence
from html import escape

from pipeline.accounting import OUTCOMES, WAITING

_WIDTH = 720


def stacked(counts: dict[str, int], names: dict[str, str]) -> str:
    """Return one bar of the outcomes of a run, each part as wide as its share; `names` are their labels."""
    outcomes = (*OUTCOMES, WAITING) if counts.get(WAITING) else OUTCOMES
    total = sum(counts.get(name, 0) for name in outcomes)
    if not total:
        return ""
    parts = []
    x = 0.0
    for name in outcomes:
        number = counts.get(name, 0)
        if not number:
            continue
        width = number / total * _WIDTH
        parts.append(
            f'<g class="{name}"><title>{escape(names[name])}: {number}</title>'
            f'<rect x="{x:.1f}" y="0" width="{max(width - 2, 1):.1f}" height="28" rx="3"/>'
            + (f'<text x="{x + 8:.1f}" y="19">{number}</text>' if width > 28 else "")
            + "</g>"
        )
        x += width
    said = ", ".join(f"{names[name]} {counts.get(name, 0)}" for name in outcomes)
    return (
        f'<svg class="plot stacked" viewBox="0 0 {_WIDTH} 28" role="img" aria-label="{escape(said)}">'
        + "".join(parts)
        + "</svg>"
    )


def columns(values: Sequence[int], labels: Sequence[str], *, title: str) -> str:
    """Return a column plot: one column per value, its figure above, its label below."""
    top = max(values, default=0)
    if not top:
        return ""
    step = _WIDTH / len(values)
    parts = []
    for place, (value, label) in enumerate(zip(values, labels, strict=True)):
        height = value / top * 80
        x = place * step
        middle = x + step / 2
        parts.append(
            f'<rect x="{x + 3:.1f}" y="{100 - height:.1f}" width="{step - 6:.1f}" height="{height:.1f}" rx="2"/>'
            f'<text x="{middle:.1f}" y="{94 - height:.1f}">{value or ""}</text>'
            f'<text class="label" x="{middle:.1f}" y="116">{escape(label)}</text>'
        )
    return (
        f'<svg class="plot columns" viewBox="0 0 {_WIDTH} 120" role="img" aria-label="{escape(title)}">'
        f'<title>{escape(title)}</title><line x1="0" x2="{_WIDTH}" y1="100.5" y2="100.5"/>' + "".join(parts) + "</svg>"
    )
