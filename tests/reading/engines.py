"""Engines that are none: doubles for the seam."""

from extractors.engines import EngineFailed
from models.page import Box, Line, Page, Word


class Idle:
    """Reads nothing."""

    def read(self, image, languages, dpi):
        return Page(1, ())

    def read_lines(self, images, languages, dpi):
        return [Page(1, ()) for _ in images]


class Misbehaving:
    """Fails on images larger than a bound, as a real one does on a poison page."""

    def __init__(self, largest):
        self.largest, self.calls = largest, []

    def read(self, image, languages, dpi):
        self.calls.append((image.shape, dpi))
        if image.shape[0] > self.largest:
            raise EngineFailed("out of memory")
        return Said("Điều 1. Phạm vi áp dụng của quy định này").read(image, languages, dpi)

    def read_lines(self, images, languages, dpi):
        raise EngineFailed("no")


class Blockwise(Misbehaving):
    """Fails on every page unless it is taken as one block."""

    def read_sparse(self, image, languages, dpi):
        return Said("Điều 1. Phạm vi áp dụng của quy định này").read(image, languages, dpi)


class Said:
    """Reads the same words on every page; single lines as `again`."""

    def __init__(self, text, confidence=0.95, again=None):
        self.text, self.confidence, self.again = text, confidence, again

    def read(self, image, languages, dpi):
        lines = []
        for row, text in enumerate(self.text.splitlines()):
            words = [
                Word(w, Box(50 + 40 * i, 50 + 20 * row, 85 + 40 * i, 60 + 20 * row), self.confidence)
                for i, w in enumerate(text.split())
            ]
            lines.append(Line(tuple(words)))
        return Page(1, tuple(lines), route="ocr", mean_confidence=self.confidence)

    def read_lines(self, images, languages, dpi):
        return [Said(self.again or "", 0.95).read(image, languages, dpi) for image in images]
