"""Repair side by side with the restorers of others: `python -m tests.bench.restorers [--documents 2] [--seed 5]`.

The material is composed: decisions, regulations, programmes, plans and syllabi as `tests.bench.extraction` makes them,

- `stripped`  without any mark, what restorers of diacritics are made for,
- `layer`     garbled as the old text layers of an archive are (`samples.garbling`),
- `invented`  garbled by a scanner with habits of its own (`tests.bench.triage`),
- `misread`   printed and read by Tesseract in the wrong language, where it has one,
- `sound`     as composed: whatever changes is harm.

Printed for each: character, word and diacritic error rates, words of the sound text changed in 10,000, and seconds of
processor time for a page of 2,000 characters. The others take part where they are installed:
`pip install -e .[bench]`. Left out because they load their model from a hub at run time, or have
none for this in their package: underthesea (text_normalize does not restore), nom-vn's models, orthomni-codeco,
soe-vinorm, vicorrect (to be trained first).
"""

import argparse
import random
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz.distance import LCSseq

from normalizers.repair import repair
from samples.garbling import garble as garble_as_layer
from samples.writing import write_text
from tests.bench.extraction import compose
from tests.bench.misreading import misread, render, scanner
from tests.bench.rates import Rates, bare, rates, together
from tests.bench.triage import garble as garble_by_habit

Restore = Callable[[str], str]
PAGE = 2000
_STRIPS = 40  # lines that are printed on one sheet


def documents(count: int, seed: int) -> list[str]:
    """Return sound Vietnamese documents, lines without anything left out."""
    made: list[list[str]] = [[] for _ in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        for name, sheet, _ in compose(seed, count):
            if name.startswith("vi_"):
                path = Path(folder, name)
                write_text(sheet, path)
                lines = (re.sub(r"\s+", " ", line).strip() for line in path.read_text("utf-8").splitlines())
                made[int(name[-2:])] += [line for line in lines if line]
    return ["\n".join(lines) for lines in made]


def by_habit(text: str, seed: int) -> str:
    """Return the text as one scanner reads it, every line with the same habits."""
    return "\n".join(garble_by_habit(line, random.Random(seed), 0.9) for line in text.split("\n"))


def printed_and_misread(text: str, seed: int) -> str:
    """Return what an engine of another language reads of the printed text."""
    chance = random.Random(seed)
    how, read = scanner(chance), list[str]()
    lines = text.split("\n")
    for start in range(0, len(lines), _STRIPS):
        part = lines[start : start + _STRIPS]
        sheet = render(part, how, np.random.default_rng(chance.randrange(2**32)))
        read += misread(sheet, len(part), how.language)
    return "\n".join(read)


DAMAGE: dict[str, Callable[[str, int], str]] = {
    "stripped": lambda text, seed: bare(text),
    "layer": lambda text, seed: garble_as_layer(text, seed),
    "invented": by_habit,
    "misread": printed_and_misread,
    "sound": lambda text, seed: text,
}


def sohoa() -> Restore:
    """This project."""
    repair("T6i h9c t4i trudng d4i hqc")  # loads the parameters
    return lambda text: repair(text).text


def pyvi() -> Restore:
    """A conditional random field over syllables; what it does not know how to spell raises an error."""
    add = import_module("pyvi.ViUtils").add_accents

    def line(text: str) -> str:
        try:
            return str(add(text)) if text.strip() else text
        except (KeyError, IndexError):
            return text

    return lambda text: "\n".join(line(part) for part in text.split("\n"))


def symspell() -> Restore:
    """Words within two edits, the most frequent of the nearest; its list is that of wordfreq."""
    library = import_module("symspellpy")
    index: Any = library.SymSpell(max_dictionary_edit_distance=2)
    for word, share in import_module("wordfreq").get_frequency_dict("vi").items():
        if word.isalpha():
            index.create_dictionary_entry(word, int(share * 1e9) + 1)

    def word(match: re.Match[str]) -> str:
        found = index.lookup(match[0], library.Verbosity.TOP, max_edit_distance=2, transfer_casing=True)
        return str(found[0].term) if found else match[0]

    return lambda text: re.sub(r"[^\W_]*[^\W\d_][^\W_]*", word, text)


def nom() -> Restore:
    """Rules for frequent words."""
    fix = import_module("nom.text").fix_diacritics
    return lambda text: "\n".join(fix(line) if line.strip() else line for line in text.split("\n"))


RESTORERS: dict[str, Callable[[], Restore]] = {
    "as it stands": lambda: lambda text: text,
    "sohoa": sohoa,
    "pyvi": pyvi,
    "symspellpy": symspell,
    "nom-vn": nom,
}


def present() -> Iterator[tuple[str, Restore]]:
    """Yield the restorers that can be loaded here."""
    for name, load in RESTORERS.items():
        try:
            yield name, load()
        except ImportError as missing:
            print(f"{name}: not installed ({missing.name})")


def changed(before: str, after: str) -> float:
    """Return the share of words of a sound text that a restorer changed."""
    words, theirs = before.split(), after.split()
    return 1 - LCSseq.similarity(words, theirs) / max(1, len(words))


def measure(restore: Restore, pairs: list[tuple[str, str]]) -> tuple[Rates, float, float]:
    """Return the errors left in (meant, damaged) texts, the share of words changed, and seconds for a page."""
    begun = time.process_time()
    said = [restore(damaged) for _, damaged in pairs]
    seconds = time.process_time() - begun
    pages = sum(len(damaged) for _, damaged in pairs) / PAGE
    left = together(rates(meant, text) for (meant, _), text in zip(pairs, said, strict=True))
    touched = [changed(damaged, text) for (_, damaged), text in zip(pairs, said, strict=True)]
    return left, sum(touched) / len(touched), seconds / pages


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    meant = documents(options.documents, options.seed)
    restorers = list(present())
    print(f"{len(meant)} documents, {sum(len(text.split()) for text in meant)} words\n")
    print(f"{'material':10s} {'restorer':14s} {'character':>9s} {'word':>7s} {'diacritic':>9s} {'s a page':>9s}")
    for material, damage in DAMAGE.items():
        pairs = [(text, damage(text, options.seed + number)) for number, text in enumerate(meant)]
        for name, restore in restorers:
            left, touched, seconds = measure(restore, pairs)
            line = f"{material:10s} {name:14s} {left.character:9.4f} {left.word:7.4f} {left.diacritic:9.4f}"
            harm = f"   changed in 10,000 words: {1e4 * touched:.0f}" if material == "sound" else ""
            print(f"{line} {seconds:9.4f}{harm}", flush=True)


if __name__ == "__main__":
    main()
