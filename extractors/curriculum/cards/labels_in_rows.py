"""Labels and values that share a row of cells: several in one cell, blanks beside them, heads that tell none."""

from extractors.curriculum.cards.meanings import BLANK, MARKER, meaning_of
from extractors.curriculum.grids import Place
from extractors.curriculum.heads import headed
from extractors.curriculum.passages import Block
from extractors.curriculum.wording import lexicon


def heads_columns(block: Block) -> bool:
    """Say whether a row heads a table of shares, `Hình thức | CĐR | Tỷ trọng (%)`, or of numbered courses: none tells a
    value."""
    head = headed(block.grid) if block.grid and block.row is block.grid.rows[0] else None
    return head is not None and len(head.data) > 1 and (head.of("weight") is not None or head.has("number", "code"))


def _labels(label: str) -> list[tuple[str, str]]:
    """Return meanings and words of the labels that one cell lists, `Оқыту нысаны, курсы және семестрі`; nothing for one
    label, or where a part is none."""
    if lexicon("cards.tsv").exact(MARKER.sub("", label).strip(" :.*")):
        return []
    parts = [part.strip() for part in label.strip(" :.*").split(",")]
    parts = [one for n, part in enumerate(parts) for one in (part.split("/") if n == len(parts) - 1 else [part])]
    found = [(meaning[0], part) for part in parts if (meaning := meaning_of(part, sure=True))]
    return found if 2 <= len(found) == len(parts) and len({m for m, _ in found}) == len(found) else []


def several(label: str, text: str) -> list[tuple[str, str, str]]:
    """Return meaning, label and value where a cell lists labels and the one beside it as many values; what is over is
    the first value's, whose name may hold a comma."""
    listed = _labels(label)
    parts = [part.strip() for part in text.split(",")]
    slashed = label.rpartition(",")[2].count("/")
    if slashed and parts[-1].count("/") == slashed:
        parts = [*parts[:-1], *(part.strip() for part in parts[-1].split("/"))]
    over = len(parts) - len(listed)
    if not listed or over < 0:
        return []
    values = [", ".join(parts[: over + 1]), *parts[over + 1 :]]
    told = [(m, of, value) for (m, of), value in zip(listed, values, strict=True)]
    return [one for one in told if one[2] and not BLANK.fullmatch(one[2])]


def beside_blanks(row: tuple[Place, ...]) -> list[Place]:
    """Return the labels and values of a row of pairs some of whose values are blank, without those pairs."""
    placed = [p for p in row if not p.merged]
    pairs_of_row = list(zip(placed[::2], placed[1::2], strict=False))
    labelled = all(meaning_of(label.text, sure=True) for label, _ in pairs_of_row)
    if len(placed) < 4 or len(placed) % 2 or not labelled:
        return [p for p in placed if p.text]
    return [place for label, value in pairs_of_row if value.text for place in (label, value)]


def each_labelled(own: list[Place]) -> bool:
    """Say whether every cell of a row has a label and its value: `Số tín chỉ: 3 | Học kỳ: 1`."""
    parts = [p.text.partition(":") for p in own]
    labelled = [bool(value.strip()) and meaning_of(label, sure=True) is not None for label, _, value in parts]
    exact = labelled[0] and lexicon("cards.tsv").exact(MARKER.sub("", parts[0][0])) is not None
    return (sum(labelled) >= 2 or exact) and all(mark for _, mark, _ in parts)
