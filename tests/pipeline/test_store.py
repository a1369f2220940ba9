"""The store: whole documents, loaded twice without a trace, kept apart by their bytes, with the steward's word last."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

import pandas
import pytest
from sqlalchemy import func, inspect, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateTable

from models.errors import StoreUnusable
from models.rows import Reading, Row, Value
from models.tables import BY_NAME
from pipeline import exporting
from pipeline.exporting import document_tables, export_tables
from pipeline.store import Store, open_store
from pipeline.store.loading import Stamp, load
from pipeline.store.relating import findings_of
from pipeline.store.reviewing import SomebodyElseDecided, decide
from pipeline.store.schema import CONTENT, DOCUMENTS, EVIDENCE, OTHER_READINGS, READINGS, metadata

Made = Callable[..., Reading]
STAMP = Stamp("run", "0.1.0")


def put(store: Store, reading: Reading, path: str = "/a.txt") -> str:
    digest = next(row.get("sha256") for row in reading.rows if row.table == "documents")
    return load(store, reading, path=path, sha256=digest, stamp=STAMP)


def rows_of(store: Store, table: str) -> int:
    with store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(metadata.tables[table])) or 0


def tables_of(store: Store, document_id: str) -> dict[str, list[dict[str, object]]]:
    with store.reading() as connection:
        return document_tables(connection, document_id)


def test_every_table_of_the_contract_has_its_columns(store: Store) -> None:
    there = inspect(store.engine)
    for name, definition in BY_NAME.items():
        columns = {column["name"] for column in there.get_columns(name)}
        assert {"document_id", "ordinal", "row_key", *(column.name for column in definition.columns)} <= columns


def test_the_schema_is_one_that_postgresql_takes() -> None:
    for table in metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]


def test_loading_twice_changes_nothing(store: Store, reading: Made) -> None:
    first = put(store, reading())
    before = tables_of(store, first)
    assert put(store, reading()) == first
    assert tables_of(store, first) == before
    assert rows_of(store, "documents") == 1 and rows_of(store, "provisions") == 2


def test_a_new_reading_takes_the_place_of_the_old_one(store: Store, reading: Made) -> None:
    document_id = put(store, reading())
    put(store, reading(heading="Phạm vi áp dụng"))
    assert [row.get("heading") for row in tables_of(store, document_id)["provisions"]] == ["Phạm vi áp dụng", None]


def test_other_bytes_of_the_same_number_are_another_version_and_both_remain(store: Store, reading: Made) -> None:
    put(store, reading(b"one"))
    put(store, reading(b"two"))
    with store.reading() as connection:
        numbers = list(connection.scalars(select(DOCUMENTS.c.number)))
    assert numbers == ["12/QĐ-ĐHTH", "12/QĐ-ĐHTH"]


def test_a_document_is_loaded_whole_or_not_at_all(store: Store, reading: Made) -> None:
    document_id = put(store, reading())
    broken = reading(heading="Khác")
    twice = Row("provisions", {"number": Value("Điều 1")}, ordinal=3, row_key="Điều 1")
    with pytest.raises(StoreUnusable) as caught:
        put(store, Reading((*broken.rows, twice)))
    assert isinstance(caught.value.__cause__, IntegrityError)
    assert tables_of(store, document_id)["provisions"][0]["heading"] == "Phạm vi"


def test_unknown_is_an_absent_key_and_a_whole_number_has_no_point(store: Store, reading: Made) -> None:
    course = Row(
        "courses", {"name": Value("Toán"), "credits": Value(3.0), "semester": Value(2)}, ordinal=1, row_key="#1"
    )
    made = reading()
    document_id = put(store, Reading((*made.rows, course)))
    assert tables_of(store, document_id)["courses"] == [
        {"ordinal": 1, "row_key": "#1", "name": "Toán", "credits": 3, "semester": 2}
    ]


def test_what_no_database_takes_is_left_out_of_the_text(store: Store, reading: Made) -> None:
    document_id = put(store, reading(heading="a\x00b\ud800"))
    assert tables_of(store, document_id)["provisions"][0]["heading"] == "ab?"


def test_a_reviewed_value_wins_also_after_reprocessing(store: Store, reading: Made) -> None:
    document_id = put(store, reading())
    place = (document_id, "provisions", "Điều 1", "heading")
    decide(store, place, "corrected", reviewer="Lan", new_value="Phạm vi điều chỉnh")
    assert tables_of(store, document_id)["provisions"][0]["heading"] == "Phạm vi điều chỉnh"
    put(store, reading(heading="Pham vi"))
    assert tables_of(store, document_id)["provisions"][0]["heading"] == "Phạm vi điều chỉnh"
    decide(store, place, "undone", reviewer="Lan")
    assert tables_of(store, document_id)["provisions"][0]["heading"] == "Pham vi"


def test_a_rejected_value_is_unknown(store: Store, reading: Made) -> None:
    document_id = put(store, reading())
    decide(store, (document_id, "provisions", "Điều 1", "heading"), "rejected", reviewer="Lan")
    assert "heading" not in tables_of(store, document_id)["provisions"][0]


def test_a_decision_on_a_value_decided_meanwhile_is_refused(store: Store, reading: Made) -> None:
    place = (put(store, reading()), "provisions", "Điều 1", "heading")
    decide(store, place, "accepted", reviewer="Lan", seen=0)
    with pytest.raises(SomebodyElseDecided):
        decide(store, place, "rejected", reviewer="Minh", seen=0)


def test_decisions_are_never_overwritten(store: Store, reading: Made) -> None:
    place = (put(store, reading()), "provisions", "Điều 1", "heading")
    for verdict in ("accepted", "rejected", "undone"):
        decide(store, place, verdict, reviewer="Lan")
    assert rows_of(store, "reviews") == 3


def test_evidence_and_reading_stand_beside_the_rows(store: Store, reading: Made) -> None:
    put(store, reading())
    with store.reading() as connection:
        assert connection.scalar(select(EVIDENCE.c.raw_text)) == "Phạm vi"
        assert connection.scalar(select(READINGS.c.pipeline_version)) == "0.1.0"


def test_the_reading_of_a_page_that_was_not_chosen_is_kept_and_goes_with_its_document(
    store: Store, reading: Made
) -> None:
    for text in ("C[n cf Lupt", "Căn cử Luật"):
        put(store, replace(reading(), other_readings=({"page": 2, "text": text},)))
        with store.reading() as connection:
            assert connection.execute(select(OTHER_READINGS.c.page, OTHER_READINGS.c.text)).all() == [(2, text)]


@pytest.mark.parametrize("content", [b"this is no database" * 100])
def test_a_file_that_is_no_database_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(content)
    with pytest.raises(StoreUnusable, match="not a database"):
        open_store(f"sqlite:///{path}")


@pytest.mark.parametrize("url", ["nonsense", "sqlite:////proc/nowhere/store.db", "nosuch://x/y"])
def test_a_store_that_cannot_be_is_a_typed_error(url: str) -> None:
    with pytest.raises(StoreUnusable):
        open_store(url)


def test_a_store_of_another_schema_is_not_written_to(store: Store) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreUnusable, match="schema 9999"):
        open_store(store.url)


def test_ids_come_from_the_bytes(store: Store, reading: Made) -> None:
    assert put(store, reading(b"x")) == sha256(b"x").hexdigest()[:16]
    assert set(CONTENT) == set(BY_NAME)


def rules_of(store: Store, document_id: str) -> list[object]:
    return [finding["rule"] for finding in tables_of(store, document_id)["findings"]]


def test_two_documents_of_one_number_point_at_each_other(store: Store, reading: Made) -> None:
    first, second = put(store, reading(b"one")), put(store, reading(b"two", number="12/QĐ- ĐHTH"))
    other = put(store, reading(b"three", number="13/QĐ-ĐHTH"))
    assert rules_of(store, first) == ["sums.x", "same_number"] == rules_of(store, second)
    assert rules_of(store, other) == ["sums.x"]
    with store.reading() as connection:
        assert [(f["rule"], f["ordinal"]) for f in findings_of(connection, first)] == [
            ("sums.x", 1),
            ("same_number", 2),
        ]


def test_of_many_documents_of_one_number_a_few_are_named(store: Store, reading: Made) -> None:
    for number in range(12):
        put(store, reading(b"%d" % number))
    with store.reading() as connection:
        same = [finding for finding in findings_of(connection) if finding["rule"] == "same_number"]
    assert len(same) == 12 and all(len(json.loads(finding["details"])["others"]) == 8 for finding in same)
    assert all(" and 3 more: a new version" in finding["message"] for finding in same)


def test_a_cited_act_that_another_document_replaces_is_found(store: Store, reading: Made) -> None:
    def citing(content: bytes, number: str, relation: str) -> str:
        made = reading(content, number=number)
        act = {"number": Value("01/2010/TT-BGDĐT"), "relation": Value(relation)}
        return put(store, Reading((*made.rows, Row("citations", act, ordinal=1, row_key="01/2010/TT-BGDĐT"))))

    old = citing(b"old", "1/QĐ", "basis")
    assert rules_of(store, old) == []
    new = citing(b"new", "2/QĐ", "replaces")
    assert rules_of(store, old) == ["cited_act_replaced_in_store"]
    assert rules_of(store, new) == []


def test_a_decision_on_a_row_that_is_gone_is_said(store: Store, reading: Made) -> None:
    made = reading()
    document_id = put(store, made)
    decide(store, (document_id, "provisions", "Điều 2", "text"), "corrected", reviewer="Lan", new_value="Thi hành.")
    assert rules_of(store, document_id) == ["sums.x"]
    put(store, Reading(made.rows[:2]))
    assert rules_of(store, document_id) == ["review_without_row"]


def test_a_decision_on_what_now_reads_otherwise_still_counts_and_is_said(store: Store, reading: Made) -> None:
    document_id = put(store, reading(heading="Pham vi"))
    place = (document_id, "provisions", "Điều 1", "heading")
    decide(store, place, "corrected", reviewer="Lan", new_value="Phạm vi")
    for sound in ("Pham vi", "Phạm vi"):
        put(store, reading(heading=sound))
        assert rules_of(store, document_id) == ["sums.x"]
    put(store, reading(heading="Đối tượng"))
    assert rules_of(store, document_id) == ["sums.x", "review_of_another_value"]
    assert tables_of(store, document_id)["provisions"][0]["heading"] == "Phạm vi"
    decide(store, place, "undone", reviewer="Lan")
    assert rules_of(store, document_id) == ["sums.x"]


def test_documents_are_compared_by_the_numbers_that_stewards_gave_them(store: Store, reading: Made) -> None:
    first, second = put(store, reading(b"one", number="52/QĐ-Đh")), put(store, reading(b"two", number="152/QĐ-ĐH"))
    place = (first, "documents", "52/QĐ-Đh", "number")
    assert "same_number" not in rules_of(store, first)
    decide(store, place, "corrected", reviewer="Lan", new_value="152/QĐ-đh")
    assert "same_number" in rules_of(store, first) and "same_number" in rules_of(store, second)


def test_a_store_that_may_only_be_read_is_exported_and_not_written_to(
    tmp_path: Path, reading: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'store ?%41.db'}"
    made = open_store(url)
    document_id = put(made, reading())
    made.close()
    monkeypatch.setattr("pipeline.store.opening.os.access", lambda _path, mode: mode != os.W_OK)
    before = sorted(tmp_path.iterdir())
    opened = open_store(url, create=False)
    assert tables_of(opened, document_id)["documents"][0]["number"] == "12/QĐ-ĐHTH"
    with pytest.raises(StoreUnusable, match="give yourself the right"):
        decide(opened, (document_id, "provisions", "Điều 1", "heading"), "accepted", reviewer="Lan")
    opened.close()
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_tables_are_exported_some_documents_at_a_time_and_in_one_order(
    store: Store, reading: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    keys = sorted(put(store, reading(b"%d" % number, number=f"{number}/QĐ")) for number in range(5))
    whole = [path.read_bytes() for path in export_tables(store, tmp_path / "whole", form)]
    monkeypatch.setattr(exporting, "_AT_ONCE", 2)
    files = export_tables(store, tmp_path / "parted", form)
    read = {"csv": pandas.read_csv, "jsonl": partial(pandas.read_json, lines=True), "parquet": pandas.read_parquet}
    provisions = read[form](tmp_path / "parted" / f"provisions.{form}")
    assert list(provisions["document_id"]) == [key for key in keys for _ in range(2)]
    assert list(provisions["heading"].fillna("")) == ["Phạm vi", ""] * 5
    assert form == "parquet" or [path.read_bytes() for path in files] == whole
