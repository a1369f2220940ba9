"""Lines of a card below a title, and labels that follow a name on its line."""

import re

from extractors.curriculum.wording import lexicon, without_english_half

_LABELLED_BEHIND = re.compile(r"\s(?=[A-ZĐ][^\W\d]*(?: +[^\W\d]+){1,4}(?: */ *[A-Z][A-Za-z ]{2,40})?\s*:)")
"""Where another label follows a name on its line: `Vật lý Loại học phần: Bắt buộc`."""
_ON_CARD = ("mode", "duration", "total_credits", "degree", "teaching_language", "faculty", "credits", "level", "code")


def on_card(line: str) -> bool:
    """Say whether a line below a title is the card's: `Thời gian đào tạo: 4 năm`."""
    label, colon, value = line.partition(":")
    meaning = lexicon("cards.tsv").exact(label.strip(" -–+")) if colon and value.strip() else None
    return meaning is not None and meaning.partition(".")[2] in _ON_CARD


def of_programme(line: str) -> bool:
    """Say whether a line tells of which programme a course is, not what the course is called: `NGÀNH ĐÀO TẠO: …`."""
    label, colon, value = line.partition(":")
    meaning = lexicon("cards.tsv").exact(label.strip(" -–+")) if colon and value.strip() else None
    return meaning is not None and meaning.startswith("programme.")


def before_label(name: str) -> str:
    """Return a name without the label that follows it on its line, the known one where several words may begin it."""
    cuts = list(_LABELLED_BEHIND.finditer(name))
    labels = ((m, name[m.end() :].partition(":")[0]) for m in cuts)
    known = (m for m, label in labels if lexicon("cards.tsv").exact(without_english_half(label) or label))
    cut = next(known, cuts[0] if cuts else None)
    return name[: cut.start()] if cut else name
