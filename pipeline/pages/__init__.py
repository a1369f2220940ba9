"""What is written page by page: searchable PDF, hOCR and ALTO, all from one layout of the repaired text."""

from pipeline.pages.layout import LaidLine, LaidPage, LaidWord, lay_out

__all__ = ["LaidLine", "LaidPage", "LaidWord", "lay_out"]
