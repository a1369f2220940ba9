"""Two engines as one: the first reads, and where lines are read again both do, and their words are voted on."""

from collections.abc import Callable, Sequence

from extractors.engines import Engine, EngineFailed, Image
from models.page import Line, Page


class Pair:
    """The first engine with the second beside it; one that fails on lines is left out of the vote."""

    def __init__(self, first: Engine, second: Engine) -> None:
        self._first, self._second = first, second

    @property
    def orientation(self) -> Callable[[Image, int], int] | None:
        """How the first engine sees which way is up, where it can."""
        return getattr(self._first, "orientation", None)

    def read(self, image: Image, languages: str, dpi: int) -> Page:
        """Return what the first engine reads."""
        return self._first.read(image, languages, dpi)

    def read_lines(self, images: Sequence[Image], languages: str, dpi: int) -> list[Page]:
        """Return a page per image of one line, of the better words of two readings."""
        from extractors.reading.paper.lines.voting import vote

        readings = [_lines(engine, images, languages, dpi) for engine in (self._first, self._second)]
        one, two = readings
        if one is None or two is None:
            if one is None and two is None:
                raise EngineFailed("neither engine gave an answer")
            return one if one is not None else two or []
        return [
            Page(number, (Line(vote(a.words, b.words) if a.words else b.words),), route="ocr")
            for number, (a, b) in enumerate(zip(one, two, strict=True), 1)
        ]


def _lines(engine: Engine, images: Sequence[Image], languages: str, dpi: int) -> list[Page] | None:
    try:
        return engine.read_lines(images, languages, dpi)
    except EngineFailed:
        return None
