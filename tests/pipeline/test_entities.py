"""Entities in the store: found at every load, joined by decisions only, exported, and found in older stores too."""

from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random

import pandas
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from fastapi.testclient import TestClient
from sqlalchemy import select

from models.rows import Reading, Row, Value
from pipeline.cli.app import run
from pipeline.exporting import export_tables
from pipeline.review import make_app
from pipeline.store import Store, open_store
from pipeline.store.entities import decide_entities, entities, proposals
from pipeline.store.loading import Stamp, load
from pipeline.store.reviewing import decide
from pipeline.store.schema import (
    ENTITIES,
    ENTITY_DECISIONS,
    ENTITY_MENTIONS,
    ENTITY_NAMES,
    OTHER_READINGS,
    REVISION,
    metadata,
)

STAMP = Stamp("run", "1")
KEPT, OTHER = "organisation:trường đại học sông thao", "organisation:trường đại học sóng thao"
OURS = {"Host": "127.0.0.1:8300", "Origin": "http://127.0.0.1:8300"}


def load_one(store: Store, issuer: str, content: bytes, people: tuple[str, ...] = ()) -> str:
    digest = sha256(content).hexdigest()
    head = {"sha256": digest, "source_name": f"{content.decode()}.txt", "language": "vi", "issuer": issuer}
    rows = (
        Row("documents", {name: Value(value) for name, value in head.items()}, ordinal=1, row_key="#1"),
        *(Row("people", {"name": Value(name)}, ordinal=n, row_key=f"#{n}") for n, name in enumerate(people, 1)),
    )
    return load(store, Reading(rows), path=f"{content.decode()}.txt", sha256=digest, stamp=STAMP)


def counted_anew(store: Store) -> tuple[dict[str, int], dict[tuple[str, str], int]]:
    """Return documents by entity and times by name, counted over all mentions."""
    with store.reading() as connection:
        named = connection.execute(select(ENTITY_MENTIONS)).mappings().all()
    documents = {(row["entity_key"], row["document_id"]) for row in named}
    return Counter(key for key, _ in documents), Counter((row["entity_key"], row["name"]) for row in named)


@pytest.fixture
def two_spellings(store: Store) -> Store:
    for content in (b"one", b"two"):
        load_one(store, "Trường Đại học Sông Thao", content, ("Lê An",))
    load_one(store, "Trường Đại học Sóng Thao", b"three")
    return store


def keys(store: Store) -> list[str]:
    with store.reading() as connection:
        return [entity.key for entity in entities(connection)]


def pairs(store: Store) -> list[tuple[str, str]]:
    with store.reading() as connection:
        return [(found.one, found.other) for found in proposals(connection)]


def test_what_two_documents_name_is_one_entity(two_spellings: Store) -> None:
    assert keys(two_spellings) == [KEPT, f"person:lê an@{KEPT}", OTHER]


def test_near_duplicates_are_proposed_and_nothing_is_merged(two_spellings: Store) -> None:
    assert pairs(two_spellings) == [(KEPT, OTHER)]


def test_what_is_decided_stays_decided_through_every_reading(two_spellings: Store) -> None:
    decide_entities(two_spellings, KEPT, OTHER, "same", reviewer="Lan")
    load_one(two_spellings, "Trường Đại học Sóng Thao", b"three", ("Lê Ân",))
    assert OTHER not in keys(two_spellings)
    # The people of the two are now those of one institution and may be compared.
    assert pairs(two_spellings) == [(f"person:lê an@{KEPT}", f"person:lê ân@{OTHER}")]
    decide_entities(two_spellings, KEPT, OTHER, "undone", reviewer="Lan")
    assert OTHER in keys(two_spellings)


def test_two_said_to_be_different_are_not_proposed_again(two_spellings: Store) -> None:
    decide_entities(two_spellings, OTHER, KEPT, "different", reviewer="Lan")
    assert pairs(two_spellings) == []
    assert OTHER in keys(two_spellings)


def test_a_ring_of_decisions_ends(two_spellings: Store) -> None:
    decide_entities(two_spellings, KEPT, OTHER, "same", reviewer="Lan")
    decide_entities(two_spellings, OTHER, KEPT, "same", reviewer="Lan")
    assert OTHER in keys(two_spellings) and KEPT not in keys(two_spellings)


def test_an_unknown_entity_is_no_subject_of_a_decision(two_spellings: Store) -> None:
    with pytest.raises(LookupError):
        decide_entities(two_spellings, KEPT, "organisation:nowhere", "same", reviewer="Lan")


def test_a_corrected_name_names_another_entity(two_spellings: Store) -> None:
    with two_spellings.reading() as connection:
        wrong = connection.scalar(
            ENTITY_MENTIONS.select()
            .with_only_columns(ENTITY_MENTIONS.c.document_id)
            .where(ENTITY_MENTIONS.c.entity_key == OTHER)
        )
    place = (wrong, "documents", "#1", "issuer")
    decide(two_spellings, place, "corrected", reviewer="Lan", new_value="Trường Đại học Sông Thao")
    assert OTHER not in keys(two_spellings)
    decide(two_spellings, place, "undone", reviewer="Lan")
    assert OTHER in keys(two_spellings)


def test_the_page_of_pairs_decides(two_spellings: Store) -> None:
    with TestClient(make_app(two_spellings, reviewer="Lan", hosts=("127.0.0.1:8300",))) as client:
        shown = client.get("/pairs", headers=OURS).json()
        item = shown["items"][0]
        assert shown["total"] == len(shown["items"])
        (place,) = item["other"]["places"]
        assert (item["one"]["documents"], place["vietnamese"]) == (2, "three.txt · văn bản · #1")
        assert item["one"]["kind_called"] == {"vietnamese": "cơ quan, tổ chức", "english": "organisation"}
        assert item["reason"]["vietnamese"] != item["reason"]["english"]
        asked = {"kept": KEPT, "other": OTHER, "verdict": "same"}
        assert client.post("/pairs", json=asked, headers=OURS).status_code == 200
        assert client.post("/pairs", json=asked | {"verdict": "maybe"}, headers=OURS).status_code == 422
        assert client.post("/pairs", json=asked | {"other": "x"}, headers=OURS).status_code == 404
        assert client.post("/pairs", json=asked, headers={"Host": OURS["Host"]}).status_code == 403
        assert client.get("/pairs", headers=OURS).json()["items"] == []


def test_the_command_lists_and_decides(two_spellings: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["entities", "--store", two_spellings.url]) == 0
    assert capsys.readouterr().out.split("\t")[1:3] == [KEPT, OTHER]
    assert run(["entities", "--store", two_spellings.url, "--different", KEPT, OTHER]) == 0
    assert run(["entities", "--store", two_spellings.url, "--same", KEPT, "organisation:x"]) == 2
    assert pairs(two_spellings) == []


def test_entities_are_exported(two_spellings: Store, tmp_path: Path) -> None:
    export_tables(two_spellings, tmp_path, "csv")
    assert len(pandas.read_csv(tmp_path / "entities.csv")) == 3
    assert len(pandas.read_csv(tmp_path / "entity_mentions.csv")) == 5


def test_a_store_from_before_entities_is_brought_up_to_date(two_spellings: Store) -> None:
    before = keys(two_spellings)
    with two_spellings.writing() as connection:
        for table in (ENTITY_MENTIONS, ENTITIES, ENTITY_NAMES, ENTITY_DECISIONS, OTHER_READINGS, REVISION):
            table.drop(connection)
        connection.exec_driver_sql("ALTER TABLE findings DROP COLUMN details")
        connection.exec_driver_sql("UPDATE store_info SET value = '1'")
    two_spellings.close()
    migrated = open_store(two_spellings.url)
    assert keys(migrated) == before
    with migrated.reading() as connection:
        settings = {"include_object": lambda thing, name, kind, *_: not (kind == "table" and name == REVISION.name)}
        assert compare_metadata(MigrationContext.configure(connection, opts=settings), metadata) == []
    migrated.close()


def test_the_newest_revision_is_the_one_that_new_stores_bear() -> None:
    import pipeline.store.migrations as migrations
    from pipeline.store.schema import SCHEMA_REVISION

    script = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert script.get_current_head() == SCHEMA_REVISION


def test_loading_again_leaves_the_entities_as_they_were(store: Store, reading: Callable[..., Reading]) -> None:
    for _ in range(2):
        one = reading()
        load(store, one, path="a.txt", sha256=one.rows[0].get("sha256"), stamp=STAMP)
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*), sum(documents) FROM entities").one() == (1, 1)


@pytest.mark.browser
def test_a_steward_joins_two_by_keyboard(two_spellings: Store) -> None:
    from playwright.sync_api import expect

    from tests.pipeline.browser import opened, reviewing

    with reviewing(two_spellings) as address, opened(f"{address}/") as (page, wrong):
        page.wait_for_selector("#nothing")
        page.keyboard.press("g")
        page.wait_for_selector("#pair td mark")
        expect(page.locator("#pair td mark")).to_have_text(["ô", "ó"])
        page.keyboard.press("d")
        page.wait_for_selector("li[data-verdict=rejected]")
        page.keyboard.press("u")
        page.wait_for_selector("li[data-verdict]", state="detached")
        page.keyboard.press("r")
        page.wait_for_selector("li[data-verdict=same]")
        assert wrong == []
    assert KEPT not in keys(two_spellings) and OTHER in keys(two_spellings)


def test_counts_are_kept_up_to_date_as_if_they_were_counted_anew(store: Store) -> None:
    chance = Random(5)
    spelled = ("Trường Đại học Sông Thao", "TRƯỜNG ĐẠI HỌC SÔNG THAO", "Trường Đại học Sóng Thao")
    for _ in range(25):
        content = str(chance.randrange(5)).encode()
        document_id = load_one(store, chance.choice(spelled), content, tuple(chance.choices(("Lê An", "Lê Ân"), k=2)))
        verdict = chance.choice(("corrected", "rejected", "undone"))
        place = (document_id, "documents", "#1", "issuer")
        decide(store, place, verdict, reviewer="Lan", new_value=chance.choice(spelled))
    documents, names = counted_anew(store)
    with store.reading() as connection:
        rows = connection.execute(select(ENTITIES)).mappings().all()
        times = {(row.entity_key, row.name): row.times for row in connection.execute(select(ENTITY_NAMES))}
    assert {row["entity_key"]: row["documents"] for row in rows} == documents
    assert times == names
    for row in rows:
        assert times[row["entity_key"], row["name"]] == max(
            n for (key, _), n in times.items() if key == row["entity_key"]
        )
