"""ZIP files: each document in one is a document of its own, and nothing gets out of one."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from pipeline.accounting import Account
from pipeline.discovering import FoundFile, discover
from pipeline.report.figures import collect
from pipeline.report.standing import fates
from pipeline.review.paper import page_png
from pipeline.running import inline
from pipeline.running.ordering import Order
from pipeline.store import Store, open_store
from pipeline.unpacking import lying, unpacked


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    with io.BytesIO() as out:
        with zipfile.ZipFile(out, "w", method) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        return out.getvalue()


def picture() -> bytes:
    with io.BytesIO() as out:
        Image.new("L", (300, 400), 200).save(out, "PNG")
        return out.getvalue()


def members(tmp_path: Path, content: bytes) -> list[FoundFile]:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.zip").write_bytes(content)
    (tmp_path / "out").mkdir()
    return list(unpacked(discover([tmp_path / "in"]), lambda: str(tmp_path / "out")))


def test_every_document_is_found_by_its_name_in_the_zip(tmp_path: Path) -> None:
    inner = packed({"c.txt": b"three"})
    found = members(tmp_path, packed({"b/hai.txt": b"two", "a.txt": b"one", "__MACOSX/a.txt": b"x", "in.zip": inner}))
    shown = [Path(file.shown).relative_to(tmp_path / "in").as_posix() for file in found]
    assert shown == ["a.zip/a.txt", "a.zip/b/hai.txt", "a.zip/in.zip/c.txt"]
    for file in found:
        with lying(file.shown) as place:
            assert Path(place).read_bytes() == Path(file.path).read_bytes()


def test_names_neither_lead_out_nor_fall_together(tmp_path: Path) -> None:
    hostile = {"../../evil.txt": b"1", "/evil.txt": b"2", "evil.txt": b"3", "x" * 300 + ".txt": b"4"}
    found = members(tmp_path, packed(hostile))
    assert len({file.shown for file in found}) == 4 and not any(file.problem for file in found)
    assert all(Path(file.path).is_relative_to(tmp_path / "out") for file in found)
    assert all(file.shown.startswith(str(tmp_path / "in" / "a.zip") + "/") for file in found)


@pytest.mark.parametrize(
    "content",
    [
        packed({"1.jpg": b"x", "2.jpg": b"y"}),
        packed({}),
        b"PK\x03\x04 and no more",
        packed({"a.txt": b"0" * 9_000_000}),
    ],
)
def test_what_is_one_document_or_none_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    # `packed` stores without packing: for the bomb it is done again, packed.
    if len(content) > 9_000_000:
        with io.BytesIO() as out:
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("a.txt", b"0" * 9_000_000)
            content = out.getvalue()
    (only,) = members(tmp_path, content)
    assert only.name == "a.zip" and not list((tmp_path / "out").iterdir())


def test_a_full_disk_is_a_problem_of_the_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipeline.unpacking.shutil.copyfileobj", full)
    (only,) = members(tmp_path, packed({"a.txt": b"one"}))
    assert only.problem and "No space left" in str(only.problem)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    content = packed({"a.txt": "Quyết định".encode(), "b.txt": b"The second one", "empty.txt": b""})
    (tmp_path / "in" / "hồ sơ.zip").write_bytes(content)
    (tmp_path / "in" / "copy.txt").write_text("Quyết định")
    return tmp_path / "in"


def carry_out(inbox: Path) -> tuple[Account, Store]:
    order = Order((inbox,), f"sqlite:///{inbox.parent / 's.db'}", inbox.parent / "out", jobs=1, engine="inline")
    return inline.ingest(order), open_store(order.store_url)


def test_the_members_of_a_zip_have_their_place_in_the_account(inbox: Path) -> None:
    for loaded, unchanged in ((2, 0), (0, 2)):
        account, store = carry_out(inbox)
        counts = account.counts()
        assert account.adds_up() and (counts["found"], counts["quarantined"], counts["duplicate"]) == (4, 1, 1)
        assert (counts["loaded"], counts["unchanged"]) == (loaded, unchanged)
        told = fates(store, [inbox / "hồ sơ.zip"])
        assert sum(told["counts"].values()) == 3 and not told["unknown"]
        troubled = collect(store)["troubled"]
        assert [Path(each["path"]).name for each in troubled] == ["empty.txt"]
        store.close()


def test_a_page_of_a_member_is_drawn_for_the_steward(tmp_path: Path) -> None:
    page, _ = members(tmp_path, packed({"a.png": picture(), "b.txt": b"two"}))
    assert page_png(page.shown, str(page.sha256), 1)
    assert page_png(page.shown, "0" * 64, 1) is None
