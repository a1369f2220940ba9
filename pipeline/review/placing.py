"""Where a row stands: the page with most of its values, that page's size, and the box around them."""

from collections import Counter
from typing import Any

from sqlalchemy import Connection, select

from pipeline.store.schema import EVIDENCE, PAGES_TABLE

_SIDES = ("x0", "y0", "x1", "y1")


def place_of_row(connection: Connection, document_id: str, table: str | None, key: str | None) -> dict[str, Any]:
    """Return `page`, its `width` and `height`, and the sides of the box; the first page for a row that is nowhere."""
    value = EVIDENCE.c
    row = [value.document_id == document_id, value.table_name == table, value.row_key == key]
    query = select(value.page, *(value[side] for side in _SIDES)).where(*row, value.page.is_not(None))
    boxes = connection.execute(query).all() if key else []
    page = Counter(sorted(box.page for box in boxes)).most_common(1)[0][0] if boxes else 1
    sheet = PAGES_TABLE.c
    size = connection.execute(
        select(sheet.width, sheet.height).where(sheet.document_id == document_id, sheet.page == page)
    ).first()
    width, height = size if size else (None, None)
    here = [box[1:] for box in boxes if box.page == page and box.x0 is not None]
    return {"page": page, "width": width, "height": height} | dict(zip(_SIDES, _around(here), strict=True))


def _around(boxes: list[Any]) -> tuple[float | None, ...]:
    """Return the box around boxes, nothing around none."""
    if not boxes:
        return (None,) * 4
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return (min(x0), min(y0), max(x1), max(y1))
