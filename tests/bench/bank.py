"""Phrases of our own by language, and drawing from them by seed."""

from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

Source = dict[str, Any]
LANGUAGES = ("vi", "uk", "ru", "kk", "en")


@cache
def bank(language: str) -> dict[str, Any]:
    """Return the phrases of a language."""
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "phrases" / f"{language}.yaml").read_text("utf-8"))
    return loaded


def person(random: Random) -> str:
    """Return a Vietnamese name."""
    words = bank("vi")
    middle = random.sample(words["middles"], random.choice((1, 1, 2)))
    return " ".join([random.choice(words["surnames"]), *middle, random.choice(words["given"])])


def day(random: Random, first: int = 2016, last: int = 2024) -> tuple[int, int, int]:
    """Return a year, a month and a day that exist."""
    return random.randint(first, last), random.randint(1, 12), random.randint(1, 28)


def iso(date: tuple[int, int, int]) -> str:
    """Return the date as ISO 8601."""
    return "{:04d}-{:02d}-{:02d}".format(*date)


def in_vietnamese(date: tuple[int, int, int]) -> str:
    """Return the date in words, days and the first two months of two digits."""
    year, month, number = date
    return f"ngày {number:02d} tháng {f'{month:02d}' if month < 3 else month} năm {year}"


def dotted(date: tuple[int, int, int]) -> str:
    """Return the date as 05.09.2022."""
    return "{2:02d}.{1:02d}.{0:04d}".format(*date)


def binding(random: Random, language: str) -> tuple[str, dict[str, Any]]:
    """Return a sentence with a figure that binds, and its row without its provision."""
    chosen = random.choice(bank(language)["requirements"])
    number = random.randint(chosen["low"], chosen["high"])
    return chosen["text"].replace("{n}", f"{number:02d}" if language == "vi" and number < 10 else str(number)), {
        **chosen["row"],
        "value": number,
    }
