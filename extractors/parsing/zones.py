"""The parts of a document: head, preamble, body, tail, annexes."""

from extractors.parsing.cues import begins
from extractors.parsing.lines import Printed
from models.document import Zones
from models.text import Span


def zones(lines: list[Printed], length: int, first: int | None, tails: list[Span], annexes: list[int]) -> Zones:
    """Return the zones of a text of `length` characters.

    `first` is where its first provision begins, `tails` the distribution lists and signatures in reading order,
    `annexes` where each annex begins.
    """
    cuts = [*sorted(annexes), length]
    main_end = cuts[0]
    body_start = first if first is not None and first < main_end else _body_start(lines, main_end)
    basis = next((line.start for line in lines if line.start < body_start and begins("basis", line.text)), body_start)
    tail = next((t for t in tails if t.start < main_end), Span(main_end, main_end))
    body_end = tail.start if tail.start >= body_start else main_end
    if tail.start < basis < tail.end:
        tail = Span(tail.start, basis)
    return Zones(
        head=Span(0, basis),
        preamble=Span(basis, body_start),
        body=Span(body_start, body_end),
        tail=tail,
        annexes=tuple(Span(a, b) for a, b in zip(cuts, cuts[1:], strict=False)),
    )


def _body_start(lines: list[Printed], end: int) -> int:
    """Return the end of the basis lines, or of the text's first lines, where nothing is numbered."""
    last = 0
    for line in lines:
        if line.start < end and (begins("basis", line.text) or begins("enacting", line.text)):
            last = line.end
    return last
