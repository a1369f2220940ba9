"""The benchmarks of tables: same seed same documents; tables of born-digital files and of text are read as cells."""

from pathlib import Path

from tests.bench import table_texts
from tests.bench.table_pages import KINDS, make
from tests.bench.tables import f1, measure, report


def test_same_seed_same_documents(tmp_path: Path) -> None:
    for name in "ab":
        make(tmp_path / name, 3, 1, kinds=("merged", "turned"), only=("digital", "low"))
    for first in sorted((tmp_path / "a").iterdir()):
        assert first.read_bytes() == (tmp_path / "b" / first.name).read_bytes()


def test_tables_of_all_kinds_are_read_from_born_digital_files(tmp_path: Path) -> None:
    make(tmp_path, 5, 1, only=("digital",))
    sums = measure(tmp_path, "sohoa", renderings=("digital",), jobs=1)
    found = {kind: f1([counts]) for (kind, _), counts in sums.items() if kind != "none"}
    assert set(found) | {"none"} == set(KINDS)
    assert sums["none", "digital"][2] == 0
    assert sum(found.values()) / len(found) >= 0.95, found
    said, good = report({"sohoa": sums})
    assert good and "made up" in said


def test_tables_laid_out_in_text_are_read_and_come_again_with_their_seed(tmp_path: Path) -> None:
    for name in "ab":
        assert table_texts.make(tmp_path / name, 2, 1) == len(table_texts.KINDS)
    for first in sorted((tmp_path / "a").iterdir()):
        assert first.read_bytes() == (tmp_path / "b" / first.name).read_bytes()
    sums = table_texts.measure(tmp_path / "a")
    assert set(sums) == set(table_texts.KINDS)
    said, good = table_texts.report(sums)
    assert good and "mean" in said
