"""The picture of a page, of the kinds of files that have one."""

from extractors.engines import Image
from extractors.reading.files import word
from extractors.reading.files.word_pictures import laid_down
from extractors.reading.options import ReadingOptions
from extractors.reading.processes.apart import draw
from models.page import Source


def drawn(source: Source, number: int, dpi: int) -> Image | None:
    """Return a page, from 1, as pixels, grey or RGB; None where there is no picture of it or it cannot be drawn."""
    options = ReadingOptions()
    if source.media_type == "application/pdf" or source.media_type.startswith("image/"):
        return draw(source, number, dpi, options)
    if source.media_type != word.MEDIA_TYPE or (picture := word.pasted(source, number, options)) is None:
        return None
    with laid_down(picture) as place:
        return draw(place, 1, dpi, options)
