"""The description of the tables: it says what the exports hold, and the exports hold what it says."""

import json
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas
import pytest

from models.rows import Reading, Row, Value
from models.tables import BY_NAME, CONTENT_TABLES
from pipeline.cli.app import run
from pipeline.datapackage import DATE, PACKAGE
from pipeline.describing import as_json_schema, as_markdown
from pipeline.exporting import document_tables, export_tables
from pipeline.report.wording import meaning, meanings
from pipeline.store import Store
from pipeline.store.loading import Stamp, load
from pipeline.store.schema import metadata


@pytest.fixture
def loaded(store: Store, reading: Callable[..., Reading]) -> Callable[[float | None], str]:
    """Return a loader of a decision with a course of these credits."""

    def make(credits: float | None) -> str:
        course = Row("courses", {"name": Value("Toán"), "credits": Value(credits)}, ordinal=1, row_key="#1")
        read = reading()
        digest = sha256(b"one").hexdigest()
        return load(store, replace(read, rows=(*read.rows, course)), path="/a", sha256=digest, stamp=Stamp("run", "1"))

    return make


def test_every_column_says_what_it_means_in_both_languages() -> None:
    columns = [(table, column) for table, definition in BY_NAME.items() for column in definition.columns]
    assert [f"{table}.{column.name}" for table, column in columns if not all(meaning(column).values())] == []
    tables = {*BY_NAME, *metadata.tables, "every"}
    known = {(table, column.name) for table, column in columns}
    known |= {(table.name, column.name) for table in metadata.tables.values() for column in table.columns}
    assert {key for key in meanings() if key[0] != "every"} <= known and {table for table, _ in meanings()} <= tables


def problems(document: Any) -> list[str]:
    jsonschema = pytest.importorskip("jsonschema")
    return [error.message for error in jsonschema.Draft202012Validator(as_json_schema()).iter_errors(document)]


def test_an_exported_document_is_as_the_schema_says(store: Store, loaded: Callable[[float | None], str]) -> None:
    document_id = loaded(3.0)
    with store.reading() as connection:
        document = document_tables(connection, document_id)
    assert problems(document) == []
    document["courses"][0]["credits"] = "three"
    document["documents"][0]["kind"] = "novel"
    assert len(problems(document)) == 2


@pytest.mark.parametrize("credits", [3.0, 2.5, None])
def test_the_types_of_parquet_do_not_depend_on_the_values(
    store: Store, loaded: Callable[[float | None], str], tmp_path: Path, credits: float | None
) -> None:
    loaded(credits)
    export_tables(store, tmp_path, "parquet")
    courses = pandas.read_parquet(tmp_path / "courses.parquet")
    assert {name: str(courses[name].dtype) for name in ("credits", "ordinal")} == {
        "credits": "Float64",
        "ordinal": "Int64",
    }
    assert courses["name"][0] == "Toán" and pandas.isna(courses["code"][0])


def test_whole_numbers_stand_in_csv_without_a_point(
    store: Store, loaded: Callable[[float | None], str], tmp_path: Path
) -> None:
    loaded(3.0)
    export_tables(store, tmp_path, "csv")
    head, line = (tmp_path / "courses.csv").read_text("utf-8").splitlines()
    assert dict(zip(head.split(","), line.split(","), strict=True))["credits"] == "3"


def test_every_column_is_described(capfd: pytest.CaptureFixture[str]) -> None:
    page = as_markdown()
    for table in CONTENT_TABLES:
        assert f"\n## {table.name}\n" in page
        assert all(f"| `{column.name}` |" in page for column in table.columns)
    assert run(["schema"]) == 0 and capfd.readouterr().out == page
    assert run(["schema", "--format", "xml"]) == 2


def test_csv_files_lie_beside_a_package_that_says_their_types_and_keys(
    store: Store, loaded: Callable[[float | None], str], tmp_path: Path
) -> None:
    loaded(3.0)
    export_tables(store, tmp_path, "csv")
    package = json.loads((tmp_path / PACKAGE).read_text("utf-8"))
    assert {each["path"] for each in package["resources"]} == {path.name for path in tmp_path.glob("*.csv")}
    for each in package["resources"]:
        head = (tmp_path / each["path"]).read_text("utf-8").split("\n")[0]
        assert [field["name"] for field in each["schema"]["fields"]] == head.split(",")
        assert set(each["schema"]["primaryKey"]) <= set(head.split(",")) and each["schema"]["missingValues"] == [""]
    courses = next(each["schema"] for each in package["resources"] if each["name"] == "courses")
    owner = {"fields": ["document_id"], "reference": {"resource": "documents", "fields": ["document_id"]}}
    assert courses["primaryKey"] == ["document_id", "row_key"] and courses["foreignKeys"] == [owner]
    fields = {field["name"]: field for field in courses["fields"]}
    assert (fields["credits"]["type"], fields["code"]["type"]) == ("number", "string")
    issued = next(field for field in package["resources"][0]["schema"]["fields"] if field["name"] == "issued_on")
    assert issued["constraints"] == {"pattern": DATE}
