"""Rebuild the shipped lists: `python -m normalizers.triage.training --corpus DIR [--wordfreq DIR] [--kazakh FILE]`.

`--corpus` holds `*.txt.xz` files of Vietnamese text and `wordlists/*.txt` with syllables; `--wordfreq` is the unpacked
package of that name (needs msgpack); `--kazakh` is the model of Kazakh of Tesseract, `kaz.traineddata`: its tools
`combine_tessdata` and `dawg2wordlist` write out the words. Sources and licences stand in the card beside the lists.
"""

import argparse
import gzip
import lzma
import re
import subprocess
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from math import log2
from pathlib import Path

from normalizers.triage.lexicon import PARAMETERS

LEAST_COUNT = 3
MOST_CHARACTERS = 20_000_000  # of one corpus, so that the largest do not decide alone
WORDS = {"en": 12_000, "uk": 120_000, "ru": 120_000}
FOREIGN = [
    *("ca", "cs", "da", "de", "es", "fi", "fr", "hu", "id", "is", "it", "lt", "lv", "ms", "nb", "nl", "pl", "pt"),
    *("ro", "sh", "sk", "sl", "sv", "tr"),
]
FOREIGN_WORDS, ENGLISH = 2500, 3000  # most frequent words that are looked at, and those of English that tell nothing


def main() -> None:
    """Write syllables and words."""
    parser = argparse.ArgumentParser(prog="python -m normalizers.triage.training", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--wordfreq", type=Path)
    parser.add_argument("--kazakh", type=Path)
    options = parser.parse_args()
    counts = count_syllables(options.corpus)
    rows = [f"{word}\t{round(log2(count))}" for word, count in sorted(counts.items()) if count >= LEAST_COUNT]
    (PARAMETERS / "syllables.tsv").write_text("syllable\tlog2_count\n" + "\n".join(rows) + "\n", "utf-8")
    if options.wordfreq:
        for language, size in WORDS.items():
            _write_words(language, frequent_words(options.wordfreq, language, size))
        _write_words(
            "foreign", list(foreign_lines(options.wordfreq, {word for word, n in counts.items() if n >= LEAST_COUNT}))
        )
    if options.kazakh:
        _write_words("kk", words_of_model(options.kazakh))


def _write_words(language: str, words: list[str]) -> None:
    path = PARAMETERS / f"words.{language}.txt.xz"
    path.write_bytes(lzma.compress("\n".join(words).encode(), preset=9 | lzma.PRESET_EXTREME))


def count_syllables(corpus: Path) -> Counter[str]:
    """Count the syllables of the word lists in the corpora."""
    known = set(_listed(corpus / "wordlists"))
    counts: Counter[str] = Counter()
    for path in sorted(corpus.glob("*.txt.xz")):
        read = 0
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                read += len(line)
                if read > MOST_CHARACTERS:
                    break
                counts.update(
                    w for w in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", line.lower())) if w in known
                )
    return counts


def _listed(folder: Path) -> Iterable[str]:
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            word = unicodedata.normalize("NFC", line.strip().lower())
            if word.isalpha():
                yield word


def frequent_words(wordfreq: Path, language: str, size: int) -> list[str]:
    """Return the most frequent words of a language in small letters, most frequent first."""
    alphabet = {"en": "[a-z]{2,}", "uk": "[а-щьюяґєії'’]+", "ru": "[а-яё]+"}.get(language, r"[^\W\d_]{2,}")
    words = (word for word in _banded(wordfreq, language) if re.fullmatch(alphabet, word))
    return [word for _, word in zip(range(size), words, strict=False)]


def _banded(wordfreq: Path, language: str) -> Iterator[str]:
    import msgpack

    data = wordfreq / "wordfreq" / "data"
    packed = next(data / f"{size}_{language}.msgpack.gz" for size in ("large", "small")
                  if (data / f"{size}_{language}.msgpack.gz").exists())  # fmt: skip
    bands = msgpack.loads(gzip.decompress(packed.read_bytes()), raw=False)[1:]
    return (word for band in bands for word in band)


def foreign_lines(wordfreq: Path, syllables: set[str]) -> Iterator[str]:
    """Yield a line for each other language: its code and its frequent words that no Vietnamese or English one is."""
    known = syllables | set(frequent_words(wordfreq, "en", ENGLISH))
    for language in FOREIGN:
        words = sorted(word for word in frequent_words(wordfreq, language, FOREIGN_WORDS) if word not in known)
        yield " ".join([language, *words])


def words_of_model(model: Path) -> list[str]:
    """Return the words that a model of Tesseract has for Kazakh in small letters, in order of the alphabet."""
    with tempfile.TemporaryDirectory() as folder:
        parts, said = f"{folder}/kaz.", Path(folder) / "words"
        subprocess.run(["combine_tessdata", "-u", model, parts], check=True, capture_output=True)
        dawg = ("dawg2wordlist", f"{parts}lstm-unicharset", f"{parts}lstm-word-dawg", said)
        subprocess.run(dawg, check=True, capture_output=True)
        words = {line.strip().lower() for line in said.read_text("utf-8").splitlines()}
    return sorted(word for word in words if re.fullmatch("[а-яёәғқңөұүһі]{2,}", word))


if __name__ == "__main__":
    main()
