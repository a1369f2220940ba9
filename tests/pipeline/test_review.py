"""The review page: what is pressing comes first, decisions are guarded and kept."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from PIL import Image
from sqlalchemy import update

from models.errors import StoreUnusable
from models.rows import Finding, Reading, Row, Value
from pipeline.exporting import document_tables
from pipeline.review import make_app
from pipeline.store import Store
from pipeline.store.loading import Stamp, load
from pipeline.store.schema import DOCUMENTS

HERE = {"Host": "127.0.0.1:8300"}
OURS = {**HERE, "Origin": "http://127.0.0.1:8300"}


@pytest.fixture
def document_id(store: Store, tmp_path: Path) -> str:
    """Load a plan of one page, a picture, with a course whose credits are in doubt."""
    Image.new("L", (300, 400), 200).save(tmp_path / "plan.png")
    digest = sha256((tmp_path / "plan.png").read_bytes()).hexdigest()
    head = {"sha256": Value(digest), "source_name": Value("plan.png"), "title": Value("Kế hoạch")}
    rows = (
        Row("documents", head, ordinal=1, row_key="#1"),
        Row("courses", {"name": Value("Toán"), "credits": Value(33.0)}, ordinal=1, row_key="#1"),
    )
    places = (("documents", "title", 0.5), ("courses", "name", 0.99), ("courses", "credits", 0.9))
    evidence = tuple(
        {"table_name": table, "row_key": "#1", "column_name": column, "raw_text": column, "confidence": sure, "page": 1}
        | {"x0": 10.0, "y0": 20.0, "x1": 60.0, "y1": 30.0}
        for table, column, sure in places
    )
    page = {"page": 1, "width": 300.0, "height": 400.0, "route": "ocr"}
    finding = Finding("credits_sum", "error", "the credits do not make the total", "courses", "#1")
    reading = Reading(rows, (finding,), evidence, (page,))
    return load(store, reading, path=str(tmp_path / "plan.png"), sha256=digest, stamp=Stamp("run", "1"))


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    with TestClient(make_app(store, reviewer="Lan", hosts=("127.0.0.1:8300",))) as client:
        yield client


def decision(document_id: str, **changes: Any) -> dict[str, Any]:
    place = {"document_id": document_id, "table_name": "courses", "row_key": "#1", "column_name": "credits"}
    return place | {"verdict": "corrected", "new_value": "3"} | changes


def test_values_under_an_error_come_first_then_the_least_sure(client: TestClient, document_id: str) -> None:
    items = client.get("/worklist", headers=HERE).json()["items"]
    assert [item["column_name"] for item in items] == ["credits", "name", "title"]
    (said,) = items[0]["messages"]
    assert items[0]["value"] == 33 and said["severity"] == "error"
    assert said["vietnamese"] == "Tổng tín chỉ các học phần khác tổng đã ghi. the credits do not make the total"


def test_a_decision_is_kept_and_its_value_exported(client: TestClient, store: Store, document_id: str) -> None:
    assert client.post("/decisions", json=decision(document_id), headers=OURS).status_code == 200
    assert [item["column_name"] for item in client.get("/worklist", headers=HERE).json()["items"]] == ["name", "title"]
    with store.reading() as connection:
        assert document_tables(connection, document_id)["courses"][0]["credits"] == 3


def test_a_decision_on_an_old_look_is_refused(client: TestClient, document_id: str) -> None:
    client.post("/decisions", json=decision(document_id), headers=OURS)
    assert client.post("/decisions", json=decision(document_id, new_value="4"), headers=OURS).status_code == 409


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"new_value": "three"}, 422),
        ({"new_value": " "}, 422),
        ({"verdict": "perhaps"}, 422),
        ({"column_name": "document_id"}, 404),
        ({"table_name": "runs"}, 404),
        ({"row_key": "#9"}, 404),
    ],
)
def test_what_cannot_be_decided_is_refused(
    client: TestClient, document_id: str, changes: dict[str, str], status: int
) -> None:
    assert client.post("/decisions", json=decision(document_id, **changes), headers=OURS).status_code == status


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {**HERE, "Origin": "http://evil.example"},
        HERE,
    ],
)
def test_only_our_own_page_decides(client: TestClient, document_id: str, headers: dict[str, str]) -> None:
    assert client.post("/decisions", json=decision(document_id), headers=headers).status_code == 403


def test_another_name_for_this_address_gets_nothing(client: TestClient, document_id: str) -> None:
    assert client.get("/worklist", headers={"Host": "evil.example:8300"}).status_code == 403


def test_the_picture_is_of_the_bytes_that_were_read(client: TestClient, document_id: str, tmp_path: Path) -> None:
    assert client.get(f"/paper/{document_id}/7", headers=HERE).status_code == 404
    right = (tmp_path / "plan.png").read_bytes()
    (tmp_path / "plan.png").write_bytes(b"something else")
    assert client.get(f"/paper/{document_id}/1", headers=HERE).status_code == 404
    (tmp_path / "plan.png").write_bytes(right)
    assert client.get(f"/paper/{document_id}/1", headers=HERE).content.startswith(b"\x89PNG")


def test_nothing_else_is_served(client: TestClient) -> None:
    for address in ("/assets/..%2fapp.py", "/assets/review.html", "/docs", "/openapi.json"):
        assert client.get(address, headers=HERE).status_code == 404


def test_every_decision_on_a_value_can_be_looked_at(client: TestClient, document_id: str) -> None:
    place = {name: decision(document_id)[name] for name in ("document_id", "table_name", "row_key", "column_name")}
    assert client.get("/history", params=place, headers=HERE).json() == {"decisions": []}
    for changes in ({}, {"new_value": "4", "reason": "bản giấy"}, {"verdict": "undone", "new_value": None}):
        seen = client.get("/row", params={k: place[k] for k in list(place)[:3]}, headers=HERE).json()["columns"]
        (last,) = (column["seen"] for column in seen if column["column_name"] == "credits")
        assert (
            client.post("/decisions", json=decision(document_id, seen=last, **changes), headers=OURS).status_code == 200
        )
    told = client.get("/history", params=place, headers=HERE).json()["decisions"]
    assert [(one["before"], one["after"], one["verdict"]) for one in told] == [
        (33, 3, "corrected"),
        (3, 4, "corrected"),
        (4, 33, "undone"),
    ]
    assert [(one["reviewer"], one["reason"]) for one in told] == [("Lan", None), ("Lan", "bản giấy"), ("Lan", None)]


def test_a_decision_on_a_document_outlives_the_key_of_its_row(
    client: TestClient, store: Store, document_id: str
) -> None:
    title = decision(document_id, table_name="documents", column_name="title", new_value="Kế hoạch năm học")
    made = client.post("/decisions", json=title, headers=OURS).json()
    with store.writing() as connection:
        connection.execute(update(DOCUMENTS).values(row_key="7/KH-ĐH", number="7/KH-ĐH"))
    (item,) = client.get("/worklist", params={"state": "decided"}, headers=HERE).json()["items"]
    assert (item["row_key"], item["value"], item["extracted"]) == ("7/KH-ĐH", "Kế hoạch năm học", "Kế hoạch")
    assert "title" not in {each["column_name"] for each in client.get("/worklist", headers=HERE).json()["items"]}
    undone = title | {"row_key": "7/KH-ĐH", "verdict": "undone", "seen": made["review_id"]}
    assert client.post("/decisions", json=undone, headers=OURS).status_code == 200
    with store.reading() as connection:
        assert document_tables(connection, document_id)["documents"][0]["title"] == "Kế hoạch"


def test_a_refusal_is_said_in_both_languages(
    client: TestClient, document_id: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = client.post("/decisions", json=decision(document_id, new_value="ba"), headers=OURS)
    assert refused.json()["detail"] == {"vietnamese": "`ba` không phải số", "english": "`ba` is no figure"}

    def full(*_: object, **__: object) -> int:
        raise StoreUnusable("database or disk is full", where="s.db", advice="free some space")

    monkeypatch.setattr("pipeline.review.deciding.decide", full)
    refused = client.post("/decisions", json=decision(document_id), headers=OURS)
    assert refused.status_code == 503 and "đã đầy" in refused.json()["detail"]["vietnamese"]


@pytest.mark.browser
def test_a_word_of_a_vocabulary_stands_beside_its_meaning(store: Store, reading: Callable[..., Reading]) -> None:
    from playwright.sync_api import expect

    from tests.pipeline.browser import opened, reviewing

    kind = {"table_name": "documents", "row_key": "12/QĐ-ĐHTH", "column_name": "kind", "raw_text": "QUYẾT ĐỊNH"}
    read = replace(reading(), evidence=(kind,))
    load(store, read, path="/a.txt", sha256=sha256(b"one").hexdigest(), stamp=Stamp("run", "1"))

    with reviewing(store) as address, opened(f"{address}/") as (page, wrong):
        page.locator("#items li", has_text="decision · quyết định").click()
        page.keyboard.press("e")
        expect(page.locator("#entry")).to_have_value("decision")
        expect(page.locator("#known option[value=circular]")).to_have_text("thông tư")
        page.keyboard.press("Escape")
        page.locator("button[data-language=en]").click()
        expect(page.locator("#value")).to_have_text("decision")
        assert not [error for error in wrong if "ERR" in error]


@pytest.mark.browser
def test_a_steward_decides_by_keyboard(store: Store, document_id: str) -> None:
    from playwright.sync_api import expect

    from tests.pipeline.browser import opened, reviewing

    with reviewing(store) as address, opened(f"{address}/") as (page, wrong):
        page.wait_for_selector("#items li")
        page.keyboard.press("e")
        page.locator("#entry").fill("3")
        page.keyboard.press("Enter")
        page.wait_for_selector("li[data-verdict=corrected]")
        page.keyboard.press("c")
        page.keyboard.type("đã so với bản giấy")
        page.keyboard.press("Enter")
        page.keyboard.press("a")
        page.wait_for_selector("li[data-verdict=accepted]")
        page.evaluate(
            "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'x', isComposing: true, bubbles: true}))"
        )
        page.keyboard.press("k")
        page.keyboard.press("u")
        page.wait_for_selector("li[data-verdict=accepted]", state="detached")
        expect(page.locator("#box")).to_be_visible()
        page.select_option("#state", "decided")
        page.wait_for_selector("#decision li:has-text('Lan · '):has-text('«33» → «3»')")
        assert wrong == []
    with store.reading() as connection:
        made = "SELECT column_name, verdict, reason FROM reviews ORDER BY review_id"
        verdicts = connection.exec_driver_sql(made).all()
    why = "đã so với bản giấy"
    assert verdicts == [("credits", "corrected", None), ("name", "accepted", why), ("name", "undone", None)]
