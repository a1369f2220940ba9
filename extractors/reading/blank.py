"""Documents of which nothing was read: white paper, or pages that all failed."""

from collections.abc import Sequence

from models.errors import DamagedFile, EmptyFile, TooLarge
from models.page import Page, Source


def refuse_blank(pages: Sequence[Page], source: Source) -> None:
    """Raise DamagedFile where no page has text and some failed, with the first reason; EmptyFile for white paper.

    Where time was up before a page with text was read it is TooLarge.
    A document of which a page was read passes: it loads as it is, its failed pages with their notes.
    """
    if any(page.blocks for page in pages):
        return
    if any(note.kind == "untried" for page in pages for note in page.notes):
        what = "none of its pages was read within the time allowed"
        raise TooLarge(what, where=source.path, advice="split it, or raise --limit")
    failed = [(page.number, note.message) for page in pages for note in page.notes if note.kind == "unread"]
    if failed:
        number, message = failed[0]
        what = f"none of its pages could be read ({len(failed)} of {len(pages)} failed); page {number}: {message}"
        raise DamagedFile(what, where=source.path, advice="ask for the file again, or scan it anew")
    if all(page.route == "blank" for page in pages):
        what = "no print on it: white paper, or a picture without words"
        raise EmptyFile(what, where=source.path, advice="ask for the file again")
