"""Confidences: between 0 and 1, rising with what speaks for a value, left alone where nothing was measured."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from extractors.calibrating import CONTESTING, Observed, Scorecard, calibrated, circumstances, observe, shipped
from extractors.calibrating.bands import BANDS, FALLING
from extractors.calibrating.lettering import sound_share
from extractors.checks import rule_names
from extractors.checks.confidence import doubt
from models.document import Document, Genre, Zones
from models.edits import Edit
from models.page import Source
from models.rows import Finding, Row, Value
from models.text import Span, Text, TextLine
from normalizers.knowledge import read_table
from tests.bench import unseen
from tests.bench.fitting import expected_error, fit, scorecard, temper, tempered, write
from tests.bench.judging import composed, samples

COLUMNS = sorted(key.split(".") for feature, key in shipped().points if feature == "column")
MIDDLE = Observed("", "", "", 0.85, 0.9, 0.9, 0.02)


@pytest.mark.parametrize("feature", [*BANDS])
@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=".".join)
def test_what_speaks_for_a_value_never_lowers_its_confidence(table: str, column: str, feature: str) -> None:
    seen = replace(MIDDLE, table=table, column=column)
    rising = [calibrated(replace(seen, **{feature: step / 50})) for step in range(51)]
    assert all(0 < chance < 1 for chance in rising)
    ordered = rising[::-1] if feature in FALLING else rising
    assert all(low <= high for low, high in pairwise(ordered))


def test_a_column_without_record_keeps_what_its_rule_said() -> None:
    seen = Observed("forms", "colour", "forms.colour", 0.8, words=0.5)
    assert calibrated(seen) == pytest.approx(0.4)
    assert calibrated(replace(seen, said=1.0, words=1.0)) < 1
    assert calibrated(replace(seen, said=0.0)) > 0
    assert calibrated(seen, Scorecard({})) == pytest.approx(0.4)


def test_the_shipped_scorecard_tells_columns_apart() -> None:
    assert len(COLUMNS) > 60
    sure = [calibrated(replace(MIDDLE, table=table, column=column)) for table, column in COLUMNS]
    assert min(sure) < max(sure) - 0.2


def test_thin_columns_stay_near_the_rest() -> None:
    many = [(Observed("t", "many", "r", 0.9), n % 10 > 0, "m") for n in range(1000)]
    thin = [(Observed("t", "thin", "r", 0.9), False, "m")] * 2
    card = scorecard(fit(many + thin))
    assert calibrated(many[0][0], card) == pytest.approx(0.9, abs=0.02)
    assert 0.5 < calibrated(thin[0][0], card) < 0.9


def test_steps_against_the_order_are_levelled() -> None:
    """Where values of better words were wrong more often by chance, better words count for nothing, not against."""
    random = Random(1)
    values = [(Observed("t", "c", "r", 0.9, words=words), random.random() < rate, "m")
              for words, rate in ((0.6, 0.9), (0.99, 0.7)) for _ in range(300)]  # fmt: skip
    card = scorecard(fit(values))
    worse, better = (calibrated(Observed("t", "c", "r", 0.9, words=words), card) for words in (0.6, 0.99))
    assert worse == pytest.approx(better)
    assert better == pytest.approx(0.8, abs=0.05)


def test_a_scorecard_is_read_as_it_was_written(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    fitted = fit([(Observed("t", "c", "r", 0.9), n % 4 > 0, "m") for n in range(100)])
    card = scorecard(fitted, 0.97)
    write(card, fitted.counts, tmp_path / "card.tsv")
    monkeypatch.setattr("extractors.calibrating.SCORECARD", tmp_path / "card.tsv")
    read = shipped.__wrapped__()
    assert read.knots == card.knots
    assert calibrated(Observed("t", "c", "r", 0.9), read) == pytest.approx(
        calibrated(Observed("t", "c", "r", 0.9), card), abs=0.005
    )
    write(scorecard(fitted), fitted.counts, tmp_path / "card.tsv")
    assert shipped.__wrapped__().knots == scorecard(fitted).knots, "the card that stood in the file before is forgotten"


def test_repair_inside_a_value_and_around_it_is_seen() -> None:
    text = Text("so 12 x", "Số 12 x", (TextLine(0, 7, 1),), edits=(Edit(0, 2, "so", "Số", "garble.syllable", 1, 0.7),))
    around = circumstances(text)
    assert around.layer == pytest.approx(1 / 3)
    inside = observe(text, "documents", "number", Value("Số", Span(0, 2), 0.9, "r"), around)
    beside = observe(text, "documents", "number", Value("12", Span(3, 5), 0.9, "r"), around)
    assert (inside.repair, beside.repair) == (0.7, 1.0)
    assert calibrated(inside) <= calibrated(beside)


def test_a_finding_against_the_numbering_contests_the_provisions_and_no_other_table() -> None:
    text = Text("x", "x", (TextLine(0, 1, 1),))
    around = circumstances(text, [Finding("provision_numbering_gap", "warning", "3 is missing")])
    cell = Value("Điều 4", Span(0, 1), 0.95, "parsing.marker")
    contested, other = (observe(text, table, "number", cell, around) for table in ("provisions", "documents"))
    assert (contested.contested, other.contested) == (1.0, 0.0)
    assert calibrated(contested) < calibrated(replace(contested, contested=0.0))


def test_what_contests_a_table_is_a_rule_and_a_table_that_there_is() -> None:
    rows = read_table(CONTESTING, ("rule", "table", "reason"))
    assert {row["rule"] for row in rows} <= set(rule_names())
    assert {row["table"] for row in rows} <= {table for table, _ in COLUMNS}


@pytest.mark.parametrize(
    ("value", "share"),
    [("дисциплина по выбору", 1), ("IT-інфраструктура A2", 1), ("Căn cứ Luật", 1), (12, 1), ("÷асть первая", 0.5),
     ("îбязательная", 0), ("Äисциплины", 0), ("aбзац", 0), ("2024 – 2025", 1)],
)  # fmt: skip
def test_words_of_two_scripts_and_letters_of_other_code_pages_are_unsound(value: object, share: float) -> None:
    assert sound_share(value) == share


def test_what_new_documents_showed_is_taken_off_the_column_that_showed_it() -> None:
    known = [(Observed("t", column, "r", 0.9), n % 50 > 0, "m") for n in range(500) for column in ("good", "bad")]
    card = scorecard(fit(known))
    new = [(Observed("t", "good", "r", 0.9), True, 98.0), (Observed("t", "good", "r", 0.9), False, 2.0),
           (Observed("t", "bad", "r", 0.9), True, 70.0), (Observed("t", "bad", "r", 0.9), False, 30.0)]  # fmt: skip
    after = tempered(card, temper(card, new))
    good, bad = (calibrated(Observed("t", column, "r", 0.9), after) for column in ("good", "bad"))
    assert bad < 0.8 < 0.95 < good
    assert calibrated(Observed("t", "bad", "r", 0.9), card) > 0.95


def test_values_of_one_column_in_one_document_count_as_ten(tmp_path) -> None:  # type: ignore[no-untyped-def]
    alike = [(Observed("t", "c", "r", 0.9, words=0.97), False, "one")] * 40
    other = [(Observed("t", "c", "r", 0.9, words=0.96), True, "two")] * 4
    unseen.write(unseen.summed(alike + other), tmp_path / "unseen.tsv")
    found = unseen.read(tmp_path / "unseen.tsv")
    assert [(ok, share) for _, ok, share in found] == [(True, 4.0), (False, 10.0)]
    assert {seen.words for seen, *_ in found} == {0.94}
    assert sum(share for *_, share in unseen.read(tmp_path / "none.tsv")) == 0
    unseen.write({}, tmp_path / "unseen.tsv")
    assert unseen.read(tmp_path / "unseen.tsv") == [], "what stood in the file before is not remembered"


def test_the_shipped_scorecard_is_the_one_that_the_shipped_counts_of_new_documents_make() -> None:
    made = tempered(shipped(), temper(shipped(), unseen.read()))
    assert made.points.keys() == shipped().points.keys()
    assert all(abs(points - shipped().points[key]) < 0.01 for key, points in made.points.items())


def _document(text: Text) -> Document:
    nowhere = Span(0, 0)
    zones = Zones(nowhere, nowhere, nowhere, nowhere)
    return Document(Source("a.txt", "a.txt", "0", "text/plain", 1), text, Genre("decision", "vi", 0.9), zones)


def test_doubtful_values_are_findings() -> None:
    text = Text("x", "x", (TextLine(0, 1, 1),))
    rows = tuple(Row("forms", {"colour": Value("red", None, sure, "r")}, row_key=f"#{sure}") for sure in (0.2, 0.9))
    found = doubt(_document(text), rows, ())
    assert [(finding.rule, finding.row_key) for finding in found] == [("low_confidence_value", "#0.2")]
    many = tuple(Row("forms", {"colour": Value("red", None, 0.2, "r")}, row_key=f"#{n}") for n in range(9))
    assert [finding.row_key for finding in doubt(_document(text), many, ())] == [None]


def test_confidence_keeps_its_promise_on_documents_it_was_not_fitted_to() -> None:
    values = [*composed(211, 1), *samples()]
    said, right = [calibrated(value.seen) for value in values], [value.right for value in values]
    assert expected_error(said, right) <= 0.05
    sure = [ok for chance, ok in zip(said, right, strict=True) if chance >= 0.95]
    assert len(sure) > len(values) / 3
    assert sum(sure) >= 0.98 * len(sure)
