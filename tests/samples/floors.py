"""The least score of every sample, and the command that raises it.

python -m tests.samples.floors          prints scores beside floors
python -m tests.samples.floors --raise  raises the floors to what is reached now; none ever goes down
"""

import json
import math
import sys
from pathlib import Path

from models.errors import DocumentError
from tests.samples.scoring import Score, score_tables, total

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ROOT / "samples" / "documents"
GOLD = ROOT / "samples" / "gold"
FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.005


def documents() -> list[Path]:
    """Return the sample documents."""
    return sorted(path for path in DOCUMENTS.iterdir() if path.is_file())


def floors() -> dict[str, float]:
    """Return the floor of every sample, F1 from 0 to 1."""
    loaded: dict[str, float] = json.loads(FLOORS.read_text("utf-8"))
    return loaded


def scores_of(path: Path, *, ocr: bool = False) -> dict[str, Score]:
    """Return the score of every gold table of a sample; with `ocr` its images are read now, else as recorded."""
    from tests.samples.steps import outcome_of, replayed_outcome

    gold = json.loads((GOLD / f"{path.stem}.json").read_text("utf-8"))
    return score_tables(gold, (outcome_of if ocr else replayed_outcome)(path).tables)


def main() -> int:
    """Print, and raise where asked; returns the exit status."""
    reached = {}
    for path in documents():
        try:
            scores = scores_of(path)
        except DocumentError as problem:
            print(f"{path.name:40s} {problem}")
            continue
        reached[path.name] = total(scores).f1
        low = " ".join(f"{name} {score.f1:.2f}" for name, score in scores.items() if score.f1 < 0.9)
        print(f"{path.name:40s} {reached[path.name]:.3f}  floor {floors().get(path.name, 0.0):.3f}  below 0.9: {low}")
    if "--raise" in sys.argv:
        raised = {name: max(floors().get(name, 0.0), math.floor(f1 * 1000) / 1000) for name, f1 in reached.items()}
        FLOORS.write_text(json.dumps(raised, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
