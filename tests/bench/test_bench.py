"""The benchmarks measure what they say: same seed same pages, sums that hold, errors counted, faults planted."""

import json
from pathlib import Path
from random import Random

import pytest
import yaml

from samples.encoding import legacy
from samples.sheets import build
from tests.bench.alignment import cells_f1, errors
from tests.bench.extraction import KINDS
from tests.bench.faults import FAULTS, SAMPLES
from tests.bench.pages import make
from tests.bench.planting import planted


def test_same_seed_same_pages(tmp_path: Path) -> None:
    first, second = (make(tmp_path / name, 5, 2, ["red_seal", "garbled_layer"]) for name in "ab")
    for a, b in zip(first, second, strict=True):
        assert a.read_bytes() == b.read_bytes()
        assert json.loads(a.with_suffix(".json").read_text("utf-8"))["segments"]


def test_errors_do_not_depend_on_order_and_see_marks() -> None:
    pieces = ["CỘNG HÒA XÃ HỘI", "Độc lập - Tự do"]
    assert errors(pieces, "Độc lập - Tự do\nCỘNG HÒA XÃ HỘI").rate == 0
    found = errors(pieces, "Dộc lập - Tự do CỘNG HÒA XÃ HỘI rác")
    assert (found.wrong, found.marks_wrong, found.extra) == (1, 1, 3)
    assert errors(pieces, "").rate == 1.0


def test_cells_are_counted_in_place() -> None:
    gold = [[["1", "Lý luận"], ["2", "Thực hành"]]]
    assert cells_f1(gold, gold) == (4, 4, 4)
    assert cells_f1(gold, [[["1", "Lý luận"], ["Thực hành", "2"]]]) == (2, 4, 4)


def test_legacy_encodings_read_as_latin() -> None:
    assert legacy("đường", "tcvn3") == "®­êng"
    assert legacy("Đường", "vni") == "Ñöôøng"


@pytest.mark.parametrize("kind", KINDS)
def test_composed_documents_are_sound(kind: str) -> None:
    for seed in range(5):
        gold = build(KINDS[kind](Random(seed)), kind).gold
        for row in gold.get("workloads", []):
            hours = [topic["hours"] for topic in gold.get("topics", []) if topic["activity"] == row["activity"]]
            assert not hours or sum(hours) == row["hours"]
        for column in ("weight_percent", "max_score"):
            parts = [row[column] for row in gold.get("assessments", []) if column in row]
            assert not parts or sum(parts) == 100


def test_every_fault_finds_a_place() -> None:
    samples = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(SAMPLES.glob("*.yaml"))]
    sound = [*samples, *(make_(Random(seed)) for make_ in KINDS.values() for seed in range(3))]
    for fault in FAULTS:
        assert any(planted(fault, source, Random(1)) for source in sound), fault.name


def test_entities_written_in_a_second_way_are_counted() -> None:
    from tests.bench.entities import measured

    lines = list(measured(seed=3, number=90))
    assert lines[-1].split() == ["merged", "wrongly", "0"]
    assert lines[-3].split()[-1] == "1.000"
