"""Rules against a learned recogniser, side by side: `python -m tests.bench.learned --folder EMPTY [--each N]`.

A spaCy recogniser (embedding and convolution over blank tokens, as it comes) is trained on composed documents for three
kinds of spans: names of people, numbers of acts, issuers of acts. Both are asked for the sets of values that a
document's gold holds, on composed documents of another seed (the same phrases, other draws) and on the samples (other
hands, other wording). Printed: precision, recall and F1 of each.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import filter_spans

from normalizers.values.names import fold
from tests.bench.extraction import WRITERS, compose
from tests.samples.steps import Outcome, outcome_of, replayed_outcome

SOUGHT = {"PERSON": ("people", "name"), "ACT": ("citations", "number"), "BODY": ("citations", "issuer")}
_SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SAMPLES, GOLD = _SAMPLES / "documents", _SAMPLES / "gold"
_LONGEST = 1200  # characters of a paragraph that is learned from

Case = tuple[Outcome, dict[str, Any]]


def main() -> None:
    """Train, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=8, help="documents of each kind to learn from")
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--folder", type=Path, required=True, help="an empty folder for the composed documents")
    options = parser.parse_args()
    learner = trained(list(composed(options.folder / "learn", 1001, options.each)), options.rounds)
    sets = {
        "composed, other seed": list(composed(options.folder / "ask", 2002, 2)),
        "samples": list(samples()),
    }
    for name, cases in sets.items():
        print(f"{name} ({len(cases)} documents)")
        for label in SOUGHT:
            rules = figures((_gold(gold, label), _by_rules(outcome, label)) for outcome, gold in cases)
            learned = figures((_gold(gold, label), _by_learner(learner, outcome, label)) for outcome, gold in cases)
            print(f"  {label:<7} rules {rules}   learned {learned}")


def composed(folder: Path, seed: int, each: int) -> Iterator[Case]:
    """Yield composed documents and their gold."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, sheet, ending in compose(seed, each):
        path = folder / f"{name}{ending}"
        WRITERS[ending](sheet, path)
        yield outcome_of(path), sheet.gold


def samples() -> Iterator[Case]:
    """Yield the samples and their gold."""
    for path in sorted(SAMPLES.iterdir()):
        gold = GOLD / f"{path.stem}.json"
        if gold.exists():
            yield replayed_outcome(path), json.loads(gold.read_text("utf-8"))


def trained(cases: list[Case], rounds: int) -> Language:
    """Return a recogniser that learned where the values of the gold stand in the paragraphs."""
    learner = spacy.blank("xx")
    recogniser = learner.add_pipe("ner")
    for label in SOUGHT:
        recogniser.add_label(label)
    examples = [example for outcome, gold in cases for example in _examples(learner, outcome, gold)]
    random = Random(5)
    spacy.util.fix_random_seed(5)
    optimizer = learner.initialize(lambda: examples[:200])
    for turn in range(rounds):
        random.shuffle(examples)
        losses: dict[str, float] = {}
        for batch in spacy.util.minibatch(examples, 32):
            learner.update(batch, sgd=optimizer, drop=0.2, losses=losses)
        print(f"round {turn + 1}: {len(examples)} paragraphs, loss {losses['ner']:.0f}", flush=True)
    return learner


def _examples(learner: Language, outcome: Outcome, gold: dict[str, Any]) -> Iterator[Example]:
    wanted = [(label, value) for label in SOUGHT for value in _printed(gold, label)]
    for paragraph in _paragraphs(outcome):
        said = learner.make_doc(paragraph)
        spans = []
        for label, value in wanted:
            start = paragraph.find(value)
            while start >= 0:
                span = said.char_span(start, start + len(value), label=label, alignment_mode="contract")
                spans += [span] if span else []
                start = paragraph.find(value, start + 1)
        yield Example.from_dict(said, {"entities": [(s.start_char, s.end_char, s.label_) for s in filter_spans(spans)]})


def _paragraphs(outcome: Outcome) -> list[str]:
    lines = [line.strip() for line in outcome.document.text.content.split("\n")]
    return [line[:_LONGEST] for line in lines if len(line) > 2]


def _printed(gold: dict[str, Any], label: str) -> list[str]:
    """Return the values of a column in all the forms that the gold allows."""
    table, column = SOUGHT[label]
    cells = [row.get(column) for row in gold.get(table, ())]
    return [value for cell in cells for value in (cell if isinstance(cell, list) else [cell]) if value]


def _gold(gold: dict[str, Any], label: str) -> list[set[str]]:
    table, column = SOUGHT[label]
    cells = [row.get(column) for row in gold.get(table, ())]
    return [{fold(str(v)) for v in (c if isinstance(c, list) else [c]) if v} for c in cells if c]


def _by_rules(outcome: Outcome, label: str) -> set[str]:
    table, column = SOUGHT[label]
    return {fold(str(row[column])) for row in outcome.tables.get(table, ()) if row.get(column)}


def _by_learner(learner: Language, outcome: Outcome, label: str) -> set[str]:
    found = learner.pipe(_paragraphs(outcome), batch_size=64)
    return {fold(span.text) for paragraph in found for span in paragraph.ents if span.label_ == label}


def figures(cases: Iterable[tuple[list[set[str]], set[str]]]) -> str:
    """Return precision, recall and F1 over documents, each what is right (in all its forms) and what was said."""
    count: Counter[str] = Counter()
    for right, said in cases:
        met = sum(1 for forms in right if forms & said)
        true = sum(1 for value in said if any(value in forms for forms in right))
        count += Counter(met=met, right=len(right), true=true, said=len(said))
    precision = count["true"] / count["said"] if count["said"] else 0.0
    recall = count["met"] / count["right"] if count["right"] else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


if __name__ == "__main__":
    main()
