"""Wordings kept as data: every file of them is sound, and complaints say what is wrong."""

from pathlib import Path

import pytest

from models.errors import KnowledgeError
from normalizers.knowledge import read_table
from normalizers.wordings import COLUMNS, Wordings, any_of

HOUSE = Path(__file__).parents[2]
FILES = [
    path
    for path in sorted(HOUSE.glob("*/*/knowledge/*.tsv"))
    if {"use", "pattern", "example"}
    <= set(next(r for r in path.read_text("utf-8").splitlines() if r[0] != "#").split("\t"))
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_wording_is_in_its_example(path: Path) -> None:
    uses = {row["use"] for row in read_table(path, COLUMNS)}
    assert uses
    for use in uses:
        assert Wordings(path, f"<<{use}>>").pattern


def _file(folder: Path, *rows: str) -> Path:
    path = folder / "words.tsv"
    path.write_text("\n".join(["use\tlanguage\tpattern\tcase\texample", *rows]), "utf-8")
    return path


def test_case_is_as_the_row_has_it(tmp_path: Path) -> None:
    path = _file(
        tmp_path, "stamp\tuk\tзатвердж\thead\tЗатверджено", "order\tru\tприказ\tany\tприказ", "part\tuk\tДля\t\tДля"
    )
    stamp, order, part = (Wordings(path, f"<<{use}>>") for use in ("stamp", "order", "part"))
    assert [bool(stamp.match(word)) for word in ("ЗАТВЕРДЖЕНО", "Затверджено", "затверджено")] == [True, True, False]
    assert order.match("ПрИказ") and part.match("Для") and not part.match("для")


@pytest.mark.parametrize(
    "row",
    ["a\tvi\t(x\t\t(x", "a\tvi\t(x)\t\tx", "a\tvi\tx\t\ty", "a\tvi\t\\d\thead\t1", "b\tvi\tx\t\tx"],
    ids=["no expression", "a group", "not in its example", "capitals of a sign", "no such use"],
)
def test_a_row_that_is_wrong_is_told_with_its_file(tmp_path: Path, row: str) -> None:
    path = _file(tmp_path, row)
    with pytest.raises(KnowledgeError) as told:
        any_of(path, "a")
    assert str(path) in str(told.value)
