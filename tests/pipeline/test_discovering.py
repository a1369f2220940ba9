"""Finding of files: each once, nothing opened that is no file."""

import os
import socket
from pathlib import Path

from models.errors import UnreadableFile
from pipeline.discovering import discover


def names(*paths: Path, leave_out: tuple[Path, ...] = ()) -> list[str]:
    return [file.name for file in discover(paths, leave_out=leave_out)]


def test_folders_are_read_recursively_and_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "a.txt", ".hidden", "~$lock.docx", "Thumbs.db"):
        (tmp_path / name).write_text(name)
    assert names(tmp_path) == ["a.txt", "2.txt"]


def test_a_file_named_twice_is_found_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    assert names(tmp_path, tmp_path / "a.txt", tmp_path / "." / "a.txt") == ["a.txt"]


def test_the_store_and_the_output_are_no_input(tmp_path: Path) -> None:
    (tmp_path / "outputs").mkdir()
    for name in ("outputs/run.json", "a.txt", "sohoa.db"):
        (tmp_path / name).write_text(name)
    assert names(tmp_path, leave_out=(tmp_path / "outputs", tmp_path / "sohoa.db")) == ["a.txt"]


def test_what_is_no_file_has_a_problem_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    os.symlink("nowhere", tmp_path / "dangling")
    os.symlink(".", tmp_path / "loop")
    os.symlink("self", tmp_path / "self")
    with socket.socket(socket.AF_UNIX) as here:
        here.bind(str(tmp_path / "socket"))
        found = list(discover([tmp_path]))
    assert {file.name for file in found} == {"fifo", "dangling", "loop", "self", "socket"}
    assert all(isinstance(file.problem, UnreadableFile) and file.sha256 is None for file in found)


def test_a_link_out_of_what_was_named_is_not_followed(tmp_path: Path) -> None:
    box = tmp_path / "box"
    for folder in ("one", "two"):
        (box / folder).mkdir(parents=True)
        (box / folder / "a.txt").write_text(folder)
    for name, to in {"up": "..", "aside": "../two", "file": "../two/a.txt", "own": "a.txt"}.items():
        (box / "one" / name).symlink_to(to)
    led = {file.name: str(file.problem) for file in discover([box / "one"]) if file.problem}
    assert set(led) == {"up", "aside", "file"} and all("leads out" in said for said in led.values())
    assert names(box / "one") == ["a.txt", "aside", "file", "own", "up"]
    (led_round,) = [file for file in discover([box / "one", box / "two"]) if file.problem]
    assert led_round.name == "up"


def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "a.txt").write_text("a")
    (tmp_path / "inbox").symlink_to("far")
    (tmp_path / "b.txt").symlink_to("far/a.txt")
    assert names(tmp_path / "inbox", tmp_path / "b.txt") == ["a.txt", "b.txt"]
    assert not any(file.problem for file in discover([tmp_path / "inbox", tmp_path / "b.txt"]))


def test_a_folder_within_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "up").symlink_to("..")
    (up,) = discover([tmp_path])
    assert up.name == "up" and "loop" in str(up.problem)
