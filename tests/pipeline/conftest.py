"""What the tests of the pipeline share: a store of their own, and readings made by hand.

With SOHOA_TEST_STORE set to the URL of an empty PostgreSQL database the tests of the store run on it; its tables are
dropped before each.
"""

import os
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from models.rows import Finding, Reading, Row, Value
from pipeline.store import Store, open_store
from pipeline.store.schema import metadata
from pipeline.store.views import drop_views


@pytest.fixture
def store_url(tmp_path: Path) -> str:
    url = os.environ.get("SOHOA_TEST_STORE")
    if url is None:
        return f"sqlite:///{tmp_path / 'store.db'}"
    engine = create_engine(url)
    with engine.begin() as connection:
        drop_views(connection)
    metadata.drop_all(engine)
    engine.dispose()
    return url


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url)
    yield opened
    opened.close()


@pytest.fixture
def reading() -> Callable[..., Reading]:
    """Return a maker of the reading of a decision with two provisions, one of them as given."""

    def make(content: bytes = b"one", heading: str = "Phạm vi", number: str = "12/QĐ-ĐHTH") -> Reading:
        digest = sha256(content).hexdigest()
        rows = (
            Row(
                "documents",
                {
                    "kind": Value("decision"),
                    "number": Value(number),
                    "sha256": Value(digest),
                    "source_name": Value("a.txt"),
                },
                ordinal=1,
                row_key=number,
            ),
            Row("provisions", {"number": Value("Điều 1"), "heading": Value(heading)}, ordinal=1, row_key="Điều 1"),
            Row("provisions", {"number": Value("Điều 2"), "text": Value("Ban hành.")}, ordinal=2, row_key="Điều 2"),
        )
        evidence = {"table_name": "provisions", "row_key": "Điều 1", "column_name": "heading", "raw_text": heading}
        page = {"page": 1, "route": "text_layer"}
        return Reading(rows, (Finding("sums.x", "error", "off by one"),), (evidence,), (page,), "Điều 1\n")

    return make
