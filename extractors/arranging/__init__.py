"""arrange: pages to the text of a document, every character with its way back to the page."""

from collections.abc import Iterable

from extractors.arranging.articles import with_articles
from extractors.arranging.chapters import with_chapters
from extractors.arranging.clauses import with_clauses
from extractors.arranging.columns import part_stamps
from extractors.arranging.furniture import mark_furniture
from extractors.arranging.numerals import with_numerals
from extractors.arranging.seals import mark_seals
from extractors.arranging.translations import part_translations
from extractors.arranging.writing import Writer
from models.page import Grid, Page
from models.text import Text


def arrange(pages: Iterable[Page]) -> Text:
    """Return the text of pages in reading order, with `raw == content`.

    Running heads, feet and page numbers, found by repetition, and the lines of electronic signatures get the role
    `furniture`. A table is one line per row,
    its cells separated by tabs; a cell that spans rows stands in the first of them, one that spans columns is followed
    by the empty cells that it covers. Approval stamps side by side are read one after another. Lines end in a newline,
    pages in a form feed, the last in a newline.
    """
    writer = Writer()
    settled = with_articles(with_clauses(with_chapters(with_numerals(mark_furniture(tuple(map(mark_seals, pages)))))))
    for page in settled:
        writer.begin(page.number)
        for block in part_translations(part_stamps(page.blocks)):
            if isinstance(block, Grid):
                writer.table(block)
            else:
                writer.line(block)
    return writer.text()
