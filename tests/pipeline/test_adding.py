"""Values that are missing: a steward puts them in by keyboard, and they stay when the document is read again."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from PIL import Image
from sqlalchemy import event

from extractors.checks.telling import tell
from models.rows import Reading, Row, Value
from models.tables import BY_NAME
from pipeline.exporting import document_tables
from pipeline.report.wording import trouble
from pipeline.review import make_app
from pipeline.review.missing import missing_values
from pipeline.review.typed import typed_value
from pipeline.store import Store
from pipeline.store.loading import Stamp, load
from pipeline.store.relating import findings_of

OURS = {"Host": "127.0.0.1:8300", "Origin": "http://127.0.0.1:8300"}
Load = Callable[..., str]


@pytest.fixture
def plan(store: Store, tmp_path: Path) -> Load:
    """Return a loader of a plan of one page whose number is blank, with a course that has no credits."""
    Image.new("L", (300, 400), 200).save(tmp_path / "plan.png")
    digest = sha256((tmp_path / "plan.png").read_bytes()).hexdigest()

    def make(number: str | None = None) -> str:
        head = {"sha256": Value(digest), "source_name": Value("plan.png"), "title": Value("Kế hoạch")}
        own = head if number is None else head | {"number": Value(number)}
        key = number or "#1"
        rows = (
            Row("documents", own, ordinal=1, row_key=key),
            Row("courses", {"name": Value("Giải tích")}, ordinal=1, row_key="#1"),
        )
        findings = (
            tell("blank_value.number", "warning", "documents", key, symbol="KH-ĐT"),
            tell("missing_credits", "info", "courses", "#1"),
        )
        places = (("documents", key, "title"), ("courses", "#1", "name"))
        evidence = tuple(
            {"table_name": table, "row_key": row, "column_name": column, "confidence": 0.9, "page": 1}
            | {"x0": 10.0, "y0": 20.0, "x1": 60.0, "y1": 30.0}
            for table, row, column in places
        )
        page = {"page": 1, "width": 300.0, "height": 400.0, "route": "ocr"}
        reading = Reading(rows, findings if number is None else findings[1:], evidence, (page,))
        return load(store, reading, path=str(tmp_path / "plan.png"), sha256=digest, stamp=Stamp("run", "1"))

    return make


def decision(document_id: str, column: str, value: str, table: str = "documents") -> dict[str, str]:
    place = {"document_id": document_id, "table_name": table, "row_key": "#1", "column_name": column}
    return place | {"verdict": "corrected", "new_value": value}


@pytest.fixture
def client(store: Store) -> TestClient:
    return TestClient(make_app(store, reviewer="Lan", hosts=("127.0.0.1:8300",)))


def test_what_findings_say_is_missing_stands_in_the_worklist(client: TestClient, plan: Load) -> None:
    plan()
    items = client.get("/worklist", headers=OURS).json()["items"]
    missing = [(item["table_name"], item["column_name"]) for item in items if item["value"] is None]
    assert missing == [("documents", "number"), ("courses", "credits")]
    assert items[0]["page"] == 1 and items[0]["messages"][0]["vietnamese"].endswith("Số văn bản trước /KH-ĐT để trống.")


def test_what_is_decided_and_what_is_open_make_all_values(client: TestClient, plan: Load) -> None:
    document_id = plan()
    asked = (decision(document_id, "number", "7/KH-ĐT"), decision(document_id, "issuer", "Khoa Toán"))
    for posted in (None, *asked):  # one that a finding says is missing, and one that nobody missed
        if posted:
            assert client.post("/decisions", json=posted, headers=OURS).status_code == 200
        said = client.get("/worklist", headers=OURS).json()
        assert said["progress"]["decided"] + said["total"] == said["progress"]["values"]


def test_a_row_shows_its_empty_columns(client: TestClient, plan: Load) -> None:
    place = {"document_id": plan(), "table_name": "courses", "row_key": "#1"}
    columns = {c["column_name"]: c for c in client.get("/row", params=place, headers=OURS).json()["columns"]}
    assert columns["name"]["value"] == "Giải tích" and columns["credits"]["value"] is None
    assert columns["credits"]["called"]["vietnamese"] == "số tín chỉ"
    for wrong in ({"row_key": "#7"}, {"table_name": "reviews"}):
        assert client.get("/row", params=place | wrong, headers=OURS).status_code == 404


def test_an_added_value_wins_when_the_document_is_read_again(client: TestClient, store: Store, plan: Load) -> None:
    document_id = plan()
    for asked in (decision(document_id, "number", "7/KH-ĐT"), decision(document_id, "credits", "3", "courses")):
        assert client.post("/decisions", json=asked, headers=OURS).status_code == 200
    assert (
        client.post("/decisions", json=decision(document_id, "credits", "ba", "courses"), headers=OURS).status_code
        == 422
    )
    for number in (None, "1/KH-ĐT"):  # the second reading finds a number, and with it another key
        plan(number)
        with store.reading() as connection:
            tables = document_tables(connection, document_id)
            rules = {finding["rule"] for finding in findings_of(connection, document_id)}
        assert tables["documents"][0]["number"] == "7/KH-ĐT" and tables["courses"][0]["credits"] == 3
        assert "review_without_row" not in rules
    items = client.get("/worklist", headers=OURS).json()["items"]
    assert {item["column_name"] for item in items} == {"title", "name"}


@pytest.mark.parametrize(
    ("table", "column", "typed", "kept"),
    [
        ("documents", "issued_on", "12/5/2024", "2024-05-12"),
        ("documents", "issued_on", " 2024-05 ", "2024-05"),
        ("documents", "issued_on", "ngày 12 tháng 5 năm 2024", "2024-05-12"),
        ("documents", "title", "Kê\u0301 hoa\u0323ch\n năm học", "Kế hoạch năm học"),
        ("courses", "credits", "2,5", 2.5),
        ("workloads", "hours", "1 200", 1200),
        ("assessments", "weight_percent", "0,125", 0.125),
    ],
)
def test_what_a_steward_types_is_brought_to_the_form_of_the_tables(
    table: str, column: str, typed: str, kept: object
) -> None:
    assert typed_value(BY_NAME[table].column(column), typed) == (kept, None)


@pytest.mark.parametrize(
    ("table", "column", "typed"),
    [
        ("documents", "issued_on", "31/02/2024"),
        ("documents", "issued_on", "2024-02-31"),
        ("documents", "issued_on", "mai"),
        ("workloads", "hours", "1.200"),
        ("documents", "kind", "thư"),
    ],
)
def test_what_can_be_meant_in_two_ways_or_in_none_is_refused(table: str, column: str, typed: str) -> None:
    value, problem = typed_value(BY_NAME[table].column(column), typed)
    assert value is None and problem and trouble(problem)["vietnamese"] != problem


def test_the_answer_to_a_decision_says_what_is_kept(client: TestClient, plan: Load) -> None:
    asked = decision(plan(), "issued_on", "12/5/2024")
    assert client.post("/decisions", json=asked, headers=OURS).json()["value"] == "2024-05-12"


def test_a_missing_value_stands_beside_the_others_of_its_row(client: TestClient, plan: Load) -> None:
    plan()
    items = client.get("/worklist", headers=OURS).json()["items"]
    boxes = {item["column_name"]: (item["page"], item["x0"]) for item in items if item["value"] is None}
    assert boxes == {"number": (1, None), "credits": (1, 10.0)}


@pytest.mark.browser
def test_a_sentence_is_seen_whole_while_it_is_mended(store: Store, plan: Load) -> None:
    from playwright.sync_api import expect

    from tests.pipeline.browser import opened, reviewing

    long = "Kế hoạch tổ chức các hoạt động của nhà trường trong năm học 2024-2025 và những năm tiếp theo"
    plan()
    with reviewing(store) as address, opened(f"{address}/") as (page, wrong):
        page.locator("#items li", has_text="Kế hoạch").click()
        page.keyboard.press("e")
        page.locator("#entry").fill(long)
        page.keyboard.press("Enter")
        expect(page.locator("#items li[data-verdict=corrected]")).to_contain_text(long)
        page.locator("#items li", has_text=long).click()
        page.keyboard.press("e")
        expect(page.locator("#sentence")).to_be_focused()
        expect(page.locator("#sentence")).to_have_value(long)
        assert page.evaluate("document.activeElement.scrollHeight <= document.activeElement.clientHeight + 1")
        page.keyboard.press("End")
        page.keyboard.type(", kể cả hè")
        page.keyboard.press("Enter")
        expect(page.locator("#items")).to_contain_text("tiếp theo, kể cả hè")
        assert wrong == []


@pytest.mark.browser
def test_a_steward_adds_values_by_keyboard(store: Store, plan: Load) -> None:
    from playwright.sync_api import expect

    from tests.pipeline.browser import opened, reviewing

    document_id = plan()

    with reviewing(store) as address, opened(f"{address}/") as (page, wrong):
        page.wait_for_selector("#items li.empty")
        page.keyboard.press("e")
        page.locator("#entry").fill("7/KH-ĐT")
        page.keyboard.press("Enter")
        page.wait_for_selector("li[data-verdict=corrected]")
        page.keyboard.press("j")
        page.keyboard.press("n")  # the course: a column that no finding names
        page.wait_for_selector("#add:not([hidden])")
        page.locator("#column").select_option("semester")
        expect(page.locator("#new")).to_have_attribute("placeholder", "số khi là một học kỳ, không thì như in")
        page.keyboard.press("Enter")
        page.keyboard.type("2")
        page.keyboard.press("Enter")
        page.wait_for_selector("li[data-verdict=corrected] >> nth=1")
        page.keyboard.press("k")
        page.keyboard.press("u")
        page.wait_for_selector("li[data-verdict] >> nth=1", state="detached")
        page.locator("button[data-language=en]").click()
        expect(page.locator("#items")).to_contain_text("no value yet")
        assert wrong == []
    with store.reading() as connection:
        said = connection.exec_driver_sql("SELECT column_name, verdict FROM reviews ORDER BY review_id").all()
        assert document_tables(connection, document_id)["documents"][0]["number"] == "7/KH-ĐT"
    assert said == [("number", "corrected"), ("semester", "corrected"), ("semester", "undone")]


def test_many_missing_values_take_no_more_queries_than_few(store: Store) -> None:
    def load_courses(name: str, number: int) -> None:
        digest = sha256(name.encode()).hexdigest()
        head = Row("documents", {"sha256": Value(digest), "source_name": Value(name)}, ordinal=1, row_key="#1")
        courses = tuple(Row("courses", {}, ordinal=n, row_key=f"#{n}") for n in range(1, number + 1))
        findings = tuple(tell("missing_credits", "info", "courses", row.row_key) for row in courses)
        load(store, Reading((head, *courses), findings), path=name, sha256=digest, stamp=Stamp("run", "1"))

    def asked() -> tuple[int, int]:
        statements: list[str] = []
        with store.reading() as connection:
            event.listen(connection, "before_cursor_execute", lambda *said: statements.append(said[2]))
            return len(missing_values(connection)), len(statements)

    load_courses("few", 2)
    few, at_first = asked()
    load_courses("many", 60)
    many, then = asked()
    assert (few, many) == (2, 62) and then == at_first
