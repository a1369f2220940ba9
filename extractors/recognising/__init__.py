"""recognise: text to language and kind of document."""

from models.document import Genre
from models.text import Text


def recognise(text: Text) -> Genre:
    """Return the language and the kind of the document, with how sure that is."""
    return Genre("other", "vi", 0.0, "not recognised yet")
