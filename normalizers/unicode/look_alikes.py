"""Letters of another script that look alike: Latin ones inside Cyrillic words and the reverse, where certain.

Certain means: the word has letters that only its own script has, every foreign letter has its twin there, and the own
letters are not fewer, or two of them have no twin. A word all of whose letters have twins goes by the words on both
sides, a lone small letter too; a lone capital by the other initials and the surname, or by the code that it stands in.
"""

import re
from collections import Counter

from models.edits import Edit
from normalizers.unicode.twins import twins

_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0259\u0275\u1e00-\u1eff]")
_WORD = re.compile("[A-Za-z\u00c0-\u024f\u0259\u0275\u1e00-\u1eff\u0400-\u052f]+")
_SHARED = "ABCEHKMOPTXaceopxyk"
"""Letters that Russian and Ukrainian have by their shape."""
_CAPITAL = "[\u0400-\u042f\u0490\u0492\u049a\u04d8\u04e8\u04b0]"
_COMMON = re.compile("[АВЕКМНОРСТХаеорсху]+")
LEAST_MIXED = 12
"""Fewest words of two scripts from which a text may mix them throughout."""
LEAST_ALWAYS = 5
"""Fewest letters that a text always writes as their Latin twins, from which words of such letters alone are read so."""
LONG = 7
"""Letters of a word in capitals, each with a twin, from which it is no Latin word where its line is Cyrillic."""
_ROMAN = re.compile("[IVXLCІХС]+")
_KAZAKH = re.compile("[әғқңөұүһӘҒҚҢӨҰҮҺ]")


def look_alike_edits(text: str) -> tuple[Edit, ...]:
    """Return the edits that bring foreign look-alike letters to the script of their word, one edit a letter run."""
    if not (_CYRILLIC.search(text) and _LATIN.search(text)):
        return ()
    kazakh = bool(_KAZAKH.search(text))
    mixed = _is_mixed(text)
    always = _always_latin(text) if mixed and not kazakh else frozenset()
    edits: list[Edit] = []
    around = _in_cyrillic(text) if mixed else text  # as long as the text: surnames tell the letters of initials
    healed = _WORD.sub(_healed, text)  # as long as the text: words tell the lone letters beside them
    for match in _WORD.finditer(text):
        word = match.group()
        if mixed and (after := _of_twins(word, always) or _among_mixed(word, text, match)):
            edits.append(Edit(match.start(), match.end(), word, after, "unicode.look_alike"))
            continue
        if not (_CYRILLIC.search(word) and _LATIN.search(word)) and not (len(word) == 1 and word in "aceioxyi"):
            if after := _in_capitals(word, text, match):
                edits.append(Edit(match.start(), match.end(), word, after, "unicode.look_alike"))
            elif len(word) <= 3 and word.isascii() and word.isupper() and _belongs(around, match):
                twin = "".join(twins()[0].get(ch, ch) for ch in word)
                if not _LATIN.search(twin):
                    edits.append(Edit(match.start(), match.end(), word, twin, "unicode.look_alike"))
            continue
        after = _repaired(word, healed if len(word) == 1 else text, match, kazakh=kazakh)
        if after and after != word:
            edits.append(Edit(match.start(), match.end(), word, after, "unicode.look_alike"))
    return tuple(edits)


def _is_mixed(text: str) -> bool:
    """Whether a text mixes the scripts throughout, as the layers of some programs do: every seventh Cyrillic word."""
    words = [w for w in _WORD.findall(text) if _CYRILLIC.search(w)]
    mixed = sum(_LATIN.search(w) is not None for w in words)
    return mixed >= LEAST_MIXED and mixed * 7 >= len(words)


def _always_latin(text: str) -> frozenset[str]:
    """Return the Latin letters that a mixed text has for their Cyrillic twins wherever a word has one of them.

    So layers write whose font names the shapes by their Latin letters: the Cyrillic ones stand nowhere.
    """
    counted = Counter(text)
    proved = Counter(ch for w in _WORD.findall(text) if _CYRILLIC.search(w) and not _ROMAN.fullmatch(w) for ch in w)
    usual = {latin: cyrillic for latin, cyrillic in twins()[0].items() if latin in _SHARED}
    found = {latin for latin, cyrillic in usual.items() if proved[latin] >= 2 and not counted[cyrillic]}
    unseen = {latin for latin, cyrillic in usual.items() if not counted[cyrillic]}
    return frozenset(unseen if len(found) >= LEAST_ALWAYS else ())


def _of_twins(word: str, always: frozenset[str]) -> str | None:
    """Return a word of such letters alone in Cyrillic; figures of Rome stay."""
    if not always or any(ch not in always for ch in word) or _ROMAN.fullmatch(word):
        return None
    return "".join(twins()[0][ch] for ch in word)


def _in_cyrillic(text: str) -> str:
    """Return a mixed text with the words brought to Cyrillic that are certain by themselves."""
    return _WORD.sub(lambda match: _among_mixed(match.group(), text, match) or match.group(), text)


def _among_mixed(word: str, text: str, match: re.Match[str]) -> str | None:
    """Return a word of a mixed text in Cyrillic: one letter of Cyrillic alone is proof, or the words on both sides."""
    to_cyrillic = twins()[0]
    after = "".join(to_cyrillic.get(ch, ch) for ch in word)
    if after == word or _LATIN.search(after) or len(word) < 3 or _ROMAN.fullmatch(word):
        return None
    if any(ch not in twins()[1] for ch in _CYRILLIC.findall(word)):
        return after
    plain = _COMMON.fullmatch(after) and not word.isupper()
    return after if plain and _script_around(text, match) == "cyrillic" else None


def _repaired(word: str, text: str, match: re.Match[str], *, kazakh: bool) -> str | None:
    to_cyrillic, to_latin = twins()
    if kazakh:
        to_cyrillic = {latin: twin for latin, twin in to_cyrillic.items() if latin not in "Yy"}
    latin, cyrillic = _LATIN.findall(word), _CYRILLIC.findall(word)
    if _ROMAN.fullmatch(word) and len(word) > 1:
        return "".join(to_latin.get(ch, ch) for ch in word)
    if len(word) == 1:
        return to_cyrillic.get(word) if _lone_in_cyrillic(text, match) else None
    sole_cyrillic = [ch for ch in cyrillic if ch not in to_latin]
    sole_latin = [ch for ch in latin if ch not in to_cyrillic]
    if sole_cyrillic and not sole_latin and (len(cyrillic) >= len(latin) or len(set(sole_cyrillic)) >= 2):
        return "".join(to_cyrillic.get(ch, ch) for ch in word)
    if sole_latin and not sole_cyrillic and len(latin) >= len(cyrillic):
        return "".join(to_latin.get(ch, ch) for ch in word)
    if not sole_latin and not sole_cyrillic:
        side = _script_around(text, match)
        table = {"cyrillic": to_cyrillic, "latin": to_latin}.get(side or "", {})
        return "".join(table.get(ch, ch) for ch in word)
    return None


def _healed(match: re.Match[str]) -> str:
    """Return a word with letters that only Cyrillic has in Cyrillic throughout, as long as it was."""
    word = match.group()
    if not any(ch not in twins()[1] for ch in _CYRILLIC.findall(word)):
        return word
    return "".join(twins()[0].get(ch, ch) for ch in word)


def _in_capitals(word: str, text: str, match: re.Match[str]) -> str | None:
    """Return a long word of Latin capitals in Cyrillic where all have twins and the rest of its line is Cyrillic."""
    if len(word) < LONG or not word.isupper() or not _LATIN.search(word):
        return None
    after = "".join(twins()[0].get(ch, ch) for ch in word)
    line = text[text.rfind("\n", 0, match.start()) + 1 : (text.find("\n", match.end()) + 1 or len(text) + 1) - 1]
    others = [w for w in _WORD.findall(line) if w != word]
    sole = any(ch not in twins()[1] for w in others for ch in _CYRILLIC.findall(w))
    mixed = any(_LATIN.search(w) and not _CYRILLIC.search(w) for w in others)
    return None if _LATIN.search(after) or not sole or mixed else after


def _belongs(text: str, match: re.Match[str]) -> bool:
    """Whether capitals stand among the initials of a Cyrillic surname, or in a code with a letter of Cyrillic alone."""
    before, behind = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 30]
    if len(match.group()) == 1 and behind.startswith("."):
        surname = f"{_CAPITAL}[\u0430-\u045f\u2019'-]{{2,}}"
        initial = r"[A-Z\u0400-\u042f]\.\s?"
        if re.search(rf"(?<!\w){surname}[ \u00a0]({initial})?$", before) and re.match(
            rf"\.(?:\s?{initial}|\s*$|[,;)\t\n])", behind
        ):
            return True
        if re.search(rf"(?<![\w.]){_CAPITAL}\.\s?$", before) or re.match(rf"\.\s?{_CAPITAL}\.", behind):
            return True
        if re.match(rf"\.\s?{initial}{surname}", behind):
            return True
        if re.search(rf"(?<![\w.]){initial}$", before) and re.match(rf"\.\s?{surname}", behind):
            return True
    code = re.search(r"\S*$", before)[0] + match.group() + re.match(r"\S*", behind)[0]  # type: ignore[index]
    sole = [ch for ch in _CYRILLIC.findall(code) if ch not in twins()[1]]
    return bool(sole) and bool(re.fullmatch(r"(?=.*\d)(?=.*\.)[A-Z\u0400-\u042f\d().]+", code))


def _lone_in_cyrillic(text: str, match: re.Match[str]) -> bool:
    """Whether a lone small letter stands between two spaces and small Cyrillic words on its line."""
    before, behind = text[max(0, match.start() - 4) : match.start()], text[match.end() : match.end() + 3]
    return bool(re.search("[\u0430-\u04ff]{2}[,;]? $", before) and re.match(" [\u0430-\u04ff]", behind))


def _script_around(text: str, match: re.Match[str]) -> str | None:
    """The script of the nearest words on both sides, where it is one."""
    before = re.findall(_WORD, text[max(0, match.start() - 60) : match.start()])[-2:]
    behind = re.findall(_WORD, text[match.end() : match.end() + 60])[:2]
    near = "".join(before + behind)
    if not before or not behind or len(near) < 6:
        return None
    if _CYRILLIC.search(near):
        return None if _LATIN.search(near) else "cyrillic"
    return "latin"
