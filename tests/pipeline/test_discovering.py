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


def test_a_link_does_not_lead_out_to_all_that_lies_beside_the_folder(tmp_path: Path) -> None:
    for folder in ("box/one", "box/two"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.txt").write_text(folder)
    (tmp_path / "box" / "one" / "up").symlink_to("..")
    (tmp_path / "box" / "one" / "aside").symlink_to("../two")
    (up,) = [file for file in discover([tmp_path / "box" / "one"]) if file.problem]
    assert up.name == "up" and "loop" in str(up.problem)
    assert sorted(names(tmp_path / "box" / "one")) == ["a.txt", "a.txt", "up"]
