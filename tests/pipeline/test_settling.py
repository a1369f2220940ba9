"""Findings: a steward settles them, filters them, and finds them settled when the document is read again."""

import re
from collections.abc import Callable
from hashlib import sha256

import pytest
from fastapi.testclient import TestClient

from models.rows import Finding, Reading, Row, Value
from pipeline.exporting import document_tables
from pipeline.report.figures import collect
from pipeline.review import make_app
from pipeline.store import Store
from pipeline.store.loading import Stamp, load
from pipeline.store.relating import findings_of

OURS = {"Host": "127.0.0.1:8300", "Origin": "http://127.0.0.1:8300"}
Load = Callable[..., str]
SUM = Finding("credits_sum", "error", "the credits make 40, not 43", "courses", "#1")
WHOLE = Finding("partial_document", "warning", "page 3 was not read")


@pytest.fixture
def plan(store: Store) -> Load:
    """Return a loader of a plan of two courses under the findings given."""

    def make(*findings: Finding, name: str = "plan.txt") -> str:
        digest = sha256(name.encode()).hexdigest()
        head = {"sha256": Value(digest), "source_name": Value(name)}
        rows = (
            Row("documents", head, ordinal=1, row_key="#1"),
            *(Row("courses", {"name": Value(f"Hóa {n}")}, ordinal=n, row_key=f"#{n}") for n in (1, 2)),
        )
        evidence = tuple(
            {"table_name": "courses", "row_key": f"#{n}", "column_name": "name", "raw_text": f"Hóa {n}"}
            | {"confidence": 0.9, "page": 1}
            for n in (1, 2)
        )
        pages = ({"page": 1, "route": "text_layer"},)
        reading = Reading(rows, findings, evidence, pages, "Kế hoạch\nHóa   1\nHóa 2 <b>\n")
        return load(store, reading, path=f"/in/{name}", sha256=digest, stamp=Stamp("run", "1"))

    return make


@pytest.fixture
def client(store: Store) -> TestClient:
    return TestClient(make_app(store, reviewer="Lan", hosts=("127.0.0.1:8300",)))


def found(client: TestClient, **sought: str) -> list[str]:
    return [item["rule"] for item in client.get("/found", params=sought, headers=OURS).json()["items"]]


def settle(client: TestClient, document_id: str, rule: str, *, undo: bool = False) -> int:
    status = "settled" if undo else "open"
    items = client.get("/found", params={"status": status}, headers=OURS).json()["items"]
    key = next(item["key"] for item in items if item["rule"] == rule)
    body = {"document_id": document_id, "key": key, "undo": undo}
    return client.post("/settlements", json=body, headers=OURS).status_code


def test_the_gravest_comes_first_and_each_can_be_asked_for(client: TestClient, plan: Load) -> None:
    plan(WHOLE, SUM)
    other = plan(WHOLE, name="other.txt")
    assert found(client) == ["credits_sum", "partial_document", "partial_document"]
    assert found(client, severity="error") == ["credits_sum"]
    assert found(client, document_id=other) == found(client, letters="OTHER") == ["partial_document"]
    assert found(client, letters="40, not") == ["credits_sum"]
    assert found(client, rule="nothing") == found(client, status="settled") == []


def test_a_settled_finding_stays_so_when_the_document_is_read_again(
    client: TestClient, store: Store, plan: Load
) -> None:
    document_id = plan(SUM, WHOLE)
    assert settle(client, document_id, "credits_sum") == 200
    plan(WHOLE, SUM)  # in another order: it is known by what it says
    assert found(client) == ["partial_document"]
    assert found(client, status="settled") == ["credits_sum"]
    with store.reading() as connection:
        exported = {row["rule"]: row["status"] for row in document_tables(connection, document_id)["findings"]}
    assert exported == {"credits_sum": "settled", "partial_document": "open"}


def test_a_finding_with_other_figures_is_open_again(client: TestClient, plan: Load) -> None:
    settle(client, plan(SUM), "credits_sum")
    plan(Finding("credits_sum", "error", "the credits make 41, not 43", "courses", "#1"))
    assert found(client) == ["credits_sum"]


def test_settling_can_be_taken_back_and_unknown_ones_are_refused(client: TestClient, plan: Load) -> None:
    document_id = plan(SUM)
    settle(client, document_id, "credits_sum")
    assert settle(client, document_id, "credits_sum", undo=True) == 200
    assert found(client) == ["credits_sum"]
    body = {"document_id": document_id, "key": "no such key"}
    assert client.post("/settlements", json=body, headers=OURS).status_code == 404


def test_a_finding_between_documents_is_settled_too(client: TestClient, store: Store, reading: Load) -> None:
    for content in (b"one", b"two"):
        digest = sha256(content).hexdigest()
        load(store, reading(content), path=digest, sha256=digest, stamp=Stamp("run", "1"))
    with store.reading() as connection:
        document_id = next(each["document_id"] for each in findings_of(connection) if each["rule"] == "same_number")
    settle(client, document_id, "same_number")
    assert found(client, rule="same_number", status="settled") == ["same_number"]


def test_settled_findings_press_no_value_and_leave_the_report(client: TestClient, store: Store, plan: Load) -> None:
    document_id = plan(SUM, WHOLE)
    before = client.get("/worklist", headers=OURS).json()["items"]
    settle(client, document_id, "credits_sum")
    after = client.get("/worklist", headers=OURS).json()["items"]
    assert before[0]["messages"] and not any(item["messages"] for item in after)
    figures = collect(store)
    assert [finding["rule"] for finding in figures["findings"]] == ["partial_document"]
    assert figures["totals"]["settled"] == 1


def test_values_can_be_asked_for_by_document_row_and_letters(client: TestClient, plan: Load) -> None:
    first, other = plan(), plan(name="other.txt")

    def asked(**wanted: str) -> tuple[int, list[str]]:
        answer = client.get("/worklist", params=wanted, headers=OURS).json()
        return answer["total"], [f"{item['source_name']} {item['row_key']}" for item in answer["items"]]

    assert asked()[0] == 4
    assert asked(document_id=first, table_name="courses", row_key="#2") == (1, ["plan.txt #2"])
    assert asked(letters="hóa 1", document_id=other) == (1, ["other.txt #1"])
    assert asked(letters="%") == (0, [])
    assert asked(offset="3")[0] == 4 and len(asked(offset="3")[1]) == 1


def test_decided_values_can_be_looked_at_and_taken_back(client: TestClient, plan: Load) -> None:
    place = {"document_id": plan(), "table_name": "courses", "row_key": "#2", "column_name": "name"}
    client.post("/decisions", json=place | {"verdict": "corrected", "new_value": "Lý"}, headers=OURS)
    (item,) = client.get("/worklist", params={"state": "decided"}, headers=OURS).json()["items"]
    assert (item["value"], item["extracted"], item["verdict"]) == ("Lý", "Hóa 2", "corrected")
    undone = place | {"verdict": "undone", "seen": item["seen"]}
    assert client.post("/decisions", json=undone, headers=OURS).status_code == 200
    items = client.get("/worklist", headers=OURS).json()["items"]
    again = next(item for item in items if item["row_key"] == "#2")
    assert again["value"] == "Hóa 2"
    decided = place | {"verdict": "accepted", "seen": again["seen"]}
    assert client.post("/decisions", json=decided, headers=OURS).status_code == 200


def test_a_page_without_a_picture_has_its_text(client: TestClient, plan: Load) -> None:
    assert client.get(f"/text/{plan()}/1", headers=OURS).json()["text"].startswith("Kế hoạch\n")
    assert client.get("/text/nothing/1", headers=OURS).json() == {"text": ""}


@pytest.mark.browser
def test_a_steward_works_through_the_findings_by_keyboard(store: Store, plan: Load) -> None:
    from playwright.sync_api import expect

    from tests.pipeline.browser import opened, reviewing

    plan(SUM, WHOLE)

    with reviewing(store) as address, opened(f"{address}/findings", locale="vi-VN") as (page, wrong):
        page.wait_for_selector("#filled dd")
        expect(page.locator("#said")).to_contain_text("40, not 43")
        page.keyboard.press("Enter")  # to the values of the row, and there the text with the value marked
        page.wait_for_selector("#words mark")
        expect(page.locator("#shown")).to_have_text("1–1 trên 1")
        expect(page.locator("#words mark")).to_have_text(re.compile("^Hóa   1$"))
        expect(page.locator("#words b")).to_have_count(0)
        page.keyboard.press("f")
        page.wait_for_selector("#filled dd")
        page.keyboard.press("a")
        page.wait_for_selector("#progress:has-text('1 / 2')")
        expect(page.locator("#said")).to_contain_text(re.compile("page 3 was not read$"))
        page.click("button[data-key=a]")
        page.wait_for_selector("#progress:has-text('2 / 2')")
        page.keyboard.press("u")
        page.wait_for_selector("#progress:has-text('1 / 2')")
        page.select_option("[name=status]", "settled")
        page.wait_for_selector("#shown:has-text('1–1 trên 1')")
        page.keyboard.press("/")
        page.keyboard.type("không có")
        page.wait_for_selector("#nothing:not([hidden])")
        assert wrong == []
