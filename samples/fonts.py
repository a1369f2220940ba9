"""Fonts of Debian packages, and the proof that they hold every letter that is printed with them."""

from functools import cache
from itertools import product
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_ROOT = Path("/usr/share/fonts/truetype")
_FILES = {
    "Liberation Serif": ("liberation2/LiberationSerif", "liberation/LiberationSerif"),
    "Liberation Sans": ("liberation2/LiberationSans", "liberation/LiberationSans"),
    "DejaVu Serif": ("dejavu/DejaVuSerif",),
    "DejaVu Sans": ("dejavu/DejaVuSans",),
    "Carlito": ("crosextra/Carlito",),
    "Noto Serif": ("noto/NotoSerif",),
    "Noto Sans": ("noto/NotoSans",),
}
"""Where releases of Debian and Ubuntu keep a family; version 2 of Liberation lost its number with Debian 13."""
_STYLES = {
    "plain": ("-Regular", ""),
    "bold": ("-Bold",),
    "italic": ("-Italic", "-Oblique"),
    "bold_italic": ("-BoldItalic", "-BoldOblique"),
}


class LetterMissing(Exception):
    """A font has no glyph for a letter that should be printed."""


def font_file(family: str, style: str = "plain") -> Path:
    """Return the file of a font; FileNotFoundError names the family where it is not installed."""
    for place, suffix in product(_FILES[family], _STYLES[style]):
        path = _ROOT / f"{place}{suffix}.ttf"
        if path.exists():
            return path
    raise FileNotFoundError(f"{family} ({style}): install fonts-liberation2, fonts-dejavu, fonts-noto-core")


def installed() -> list[str]:
    """Return the families that are installed in all four styles."""
    return [family for family in _FILES if all(has(family, style) for style in _STYLES)]


def has(family: str, style: str) -> bool:
    """Whether a font is installed."""
    try:
        return bool(font_file(family, style))
    except FileNotFoundError:
        return False


@cache
def face(family: str, style: str = "plain") -> str:
    """Return the name under which the font is known to the PDF writer."""
    name = f"{family}-{style}"
    pdfmetrics.registerFont(TTFont(name, str(font_file(family, style))))
    if style == "plain":
        for other in ("bold", "italic", "bold_italic"):
            face(family, other)
        names = [f"{family}-{other}" for other in ("plain", "bold", "italic", "bold_italic")]
        pdfmetrics.registerFontFamily(names[0], *names)
    return name


def prove(text: str, family: str, style: str = "plain") -> None:
    """Raise LetterMissing where the font lacks a letter of the text."""
    glyphs = pdfmetrics.getFont(face(family, style)).face.charToGlyph
    missing = sorted({letter for letter in text if not letter.isspace() and ord(letter) not in glyphs})
    if missing:
        raise LetterMissing(f"{family} {style}: {' '.join(missing)}")
