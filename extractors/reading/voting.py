"""A second look at the lines that were read badly, and the vote between two readings word by word."""

from extractors.engines import Engine, Image
from models.page import Page


def second_look(page: Page, image: Image, dpi: int, models: str, engine: Engine) -> Page:
    """Return the page with its poor lines read again by another model and voted on."""
    return page
