"""Values of a programme's card as its columns want them: levels, degrees, years, credits, languages, units."""

import re

from extractors.curriculum import figures
from extractors.curriculum.wording import KNOWLEDGE, lexicon
from normalizers.knowledge import read_table
from normalizers.letters import lettered
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "card_words.tsv"
_BETWEEN = Wordings(_WORDS, r"[,;/]|\b<<also>>\b")
_UNIT = Wordings(_WORDS, r"<<unit>>\b.*", re.IGNORECASE)
_CHAIR = Wordings(KNOWLEDGE / "programme_title_words.tsv", r"[,;]?\s+<<below_unit>>\s.*$")
"""A department behind the name of the unit that it is part of."""
_AMONG = Wordings(KNOWLEDGE / "programme_title_words.tsv", r"(?<=\w\s)<<unit_among>>\s.+")
"""A unit behind its university, which it stands below in a cell."""
_SMALL_UNIT = Wordings(_WORDS, r",\s+(?=<<small_unit>>\b)")
_SCHOOL = Wordings(_WORDS, r"<<school>>")
"""A school that teaches the programme: it is no unit of one."""


def level(text: str) -> str | None:
    """Return the level that words name."""
    return lexicon("levels.tsv").match(text, 0.75) if len(text) <= 80 else None


def level_of_code(code: str) -> str | None:
    """Return the level that the shape of a programme's code tells."""
    shapes = read_table(KNOWLEDGE / "levels.tsv", ("meaning", "label"))
    return next((row["meaning"] for row in shapes if row["pattern"] and re.fullmatch(row["pattern"], code)), None)


def degree(text: str) -> str | None:
    """Return a degree as printed."""
    return text.strip(" .") if 2 < len(text) <= 80 and ":" not in text and "–" not in text else None


def plain(text: str) -> str | None:
    """Return the words themselves."""
    return text.strip(" .;") if 2 < len(text) <= 120 else None


def mode(text: str) -> str | None:
    """Return a form of study, without what a sentence says after it: `заочна` of `заочна; термін навчання 2 роки`."""
    return plain(re.split(r";\s", text)[0])


def years(text: str) -> float | None:
    """Return a duration in years, between half a year and twelve."""
    value = figures.years(text)
    return value if value is not None and 0.5 <= value <= 12 else None


def total_credits(text: str) -> float | None:
    """Return the credits of a whole programme; of `360 (180 ECTS)` its own, not those they are worth elsewhere."""
    worth = re.match(r"(\d{2,3})\s*(?:credits?)?\s*[(/]\s*\d{2,3}\s*ECTS", text, re.I)
    value = float(worth[1]) if worth else figures.credits(text)
    return value if value is not None and 10 <= value <= 400 else None


def language(text: str) -> str | None:
    """Return the code of the one language that words name; None for several."""
    parts = [p for p in _BETWEEN.pattern.split(text) if p.strip()]
    codes = [lexicon("languages.tsv").match(p, 0.85) for p in parts]
    return codes[0] if len(set(codes)) == 1 and codes[0] else None  # `Tiếng Việt/Vietnamese` is one language


def faculty(text: str) -> str | None:
    """Return the unit's name; of a school and its unit, the unit; nothing for a school alone."""
    text = re.split(lettered(r"(?<=\p{Ll}{2})\.\s+(?=\p{Lu})"), _CHAIR.sub("", text))[0]
    if (named := _AMONG.search(text)) is not None:
        return named[0].strip()
    parts = [p.strip() for p in re.split(lettered(r",\s+(?=\p{Lu})"), text) if p.strip()]
    small = _SMALL_UNIT.pattern.split(text) if len(parts) < 2 else []
    unit = next((p for p in [*parts[1:], *small[1:]] if _UNIT.match(p)), None)
    alone = 3 < len(text) <= 150 and not _SCHOOL.match(text)
    return unit or (text.strip(" .") if alone else None)
