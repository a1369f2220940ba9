"""Legacy encodings measured on mixed material: `python -m tests.bench.legacy [--corpus DIR] [--documents N]`.

Documents are made of runs: sound Vietnamese, English, Ukrainian, Russian, Kazakh, tables of codes, and Vietnamese in
one of the encodings. Sentences come from a corpus folder (`*.txt.xz`), or from the composed ones below. Printed:
precision and recall over the tokens that an encoding changed, and the share of legacy tokens that come back exactly.
"""

import argparse
import lzma
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from models.edits import apply
from normalizers.legacy import edits
from normalizers.legacy.tables import ENCODINGS, encoding

COMPOSED = (
    "Căn cứ đề nghị của Trưởng phòng Đào tạo và biên bản họp của hội đồng thẩm định chương trình;",
    "Sinh viên phải hoàn thành ít nhất 120 tín chỉ và đạt chuẩn ngoại ngữ bậc 3 trước khi xét tốt nghiệp.",
    "Điều 5. Hiệu trưởng nhà trường chịu trách nhiệm trước Bộ Giáo dục và Đào tạo về chất lượng tuyển sinh.",
    "Thời khóa biểu được công bố chậm nhất hai tuần trước khi học kỳ bắt đầu.",
    "Giảng viên nộp bảng điểm quá trình cho khoa trong thời hạn bảy ngày kể từ buổi học cuối cùng.",
    "Môn học trang bị kiến thức cơ bản về cấu trúc dữ liệu, giải thuật sắp xếp và tìm kiếm.",
    "Tổ trưởng chuyên môn phân công người dạy thay khi giáo viên nghỉ ốm hoặc đi công tác.",
    "Kinh phí thực hiện lấy từ nguồn ngân sách được giao hằng năm và các nguồn thu hợp pháp khác.",
)
NEGATIVE = {
    "en": (
        "The department publishes the timetable two weeks before the semester; café, résumé and naïve are borrowed.",
        "Students don't need to resubmit: what matters is the portfolio (see e.g. the rubric on p. 4).",
        "Müller and François wrote the handbook used in São Paulo and Göteborg, cf. Ñandú (2019).",
    ),
    "uk": ("Здобувач подає заяву не пізніше ніж за два тижні до початку семестру; об'єкт «Центр» працює щодня.",),
    "ru": ("Преподаватель обновляет рабочую программу каждый год и делает запись в листе изменений № 3.",),
    "kk": ("Білім алушы әр апта сайын зертханалық жұмыстың есебін тапсырады және баға алады.",),
    "codes": (
        "PLO1\tPI1.1\tU\t3.0\tA+\t7480107",
        "INT1001\t3\t30-15-0\tMAT1093, MAT1094\t±0.5 °C\t2×3",
        "6B07204 § 4.3.1 ©2020 ½ ®",
    ),
}
MOJIBAKE = {"utf8": 1, "utf8_twice": 2}


def misread(text: str, times: int = 1) -> str:
    """Return a text whose UTF-8 bytes were taken for Windows-1252, where that has no character for Latin-1."""
    for _ in range(times):
        read = []
        for byte in text.encode():
            one = bytes([byte]).decode("cp1252", "ignore")
            read.append(one or chr(byte))
        text = "".join(read)
    return text


def sentences(corpus: Path | None, wanted: int, chance: random.Random) -> list[str]:
    """Return sentences of a corpus, lines of 20 to 160 characters with Vietnamese letters, or the composed ones."""
    if corpus is None:
        return list(COMPOSED)
    kept: list[str] = []
    for path in sorted(corpus.glob("*.txt.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number > 60_000:
                    break
                if chance.random() < 0.05 and 20 <= len(line.strip()) <= 160 and "ạ" in line:
                    kept.append(line.strip())
    chance.shuffle(kept)
    return kept[:wanted]


def _writable(line: str, name: str) -> bool:
    """Whether the encoding has a code for every sign of the line: quotation marks have none where letters took it."""
    table = encoding(name)
    return name == "viqr" or table.decode(table.encode(line)).lower() == line.lower()


def documents(pool: list[str], count: int, chance: random.Random) -> Iterator[list[tuple[str, str, str]]]:
    """Yield documents: lists of lines (as read, as meant, name of encoding or language)."""
    legacy = [*ENCODINGS, *MOJIBAKE]
    for _ in range(count):
        document: list[tuple[str, str, str]] = []
        favourite = chance.choice(legacy)
        for _ in range(chance.randint(2, 8)):
            kind = chance.choice(["vi", favourite, favourite, chance.choice(legacy), chance.choice(list(NEGATIVE))])
            for _ in range(chance.randint(1, 6)):
                line = chance.choice(NEGATIVE.get(kind, pool))
                if kind in ENCODINGS and not _writable(line, kind):
                    line = chance.choice(COMPOSED)
                if kind in MOJIBAKE:
                    document.append((misread(line, MOJIBAKE[kind]), line, kind))
                elif kind in ENCODINGS:
                    document.append((encoding(kind).encode(line), line, kind))
                else:
                    document.append((line, line, kind))
        yield document


def measure(pool: list[str], count: int, seed: int = 7) -> dict[str, Counter[str]]:
    """Return counts per encoding and in all: `changed` (by an encoding), `found`, `exact`, `said`, `false`."""
    chance = random.Random(seed)
    figures: dict[str, Counter[str]] = {}
    for document in documents(pool, count, chance):
        raw = "\n".join(line for line, _, _ in document)
        repaired = apply(raw, edits(raw)).split("\n")
        for (read, meant, kind), said in zip(document, repaired, strict=True):
            row, all_ = figures.setdefault(kind, Counter()), figures.setdefault("all", Counter())
            tokens = list(zip(read.split(" "), meant.split(" "), said.split(" "), strict=False))
            for before, truth, after in tokens:
                changed, touched = before != truth, before != after
                exact = after == truth or (kind in ("tcvn3", "vps") and after.lower() == truth.lower())
                for counter in (row, all_):
                    counter["changed"] += changed
                    counter["said"] += touched
                    counter["found"] += changed and touched
                    counter["exact"] += changed and exact
                    counter["false"] += touched and not changed
                    counter["tokens"] += 1
    return figures


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.legacy", description=__doc__)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--documents", type=int, default=300)
    options = parser.parse_args()
    pool = sentences(options.corpus, 20_000, random.Random(1))
    print(f"{'':12s} tokens precision recall exact")
    for name, row in sorted(measure(pool, options.documents).items()):
        precision = 1 - row["false"] / row["said"] if row["said"] else 1.0
        recall = row["found"] / row["changed"] if row["changed"] else 1.0
        exact = row["exact"] / row["changed"] if row["changed"] else 1.0
        print(f"{name:12s} {row['tokens']:6d} {precision:9.4f} {recall:6.4f} {exact:.4f}")


if __name__ == "__main__":
    main()
