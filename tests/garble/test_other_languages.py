"""Text in another language, with code and capitals, is no garbled Vietnamese however odd its words are."""

from normalizers.garble.gate import garbled_lines

LICENCE = """PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL ANYBODY BE LIABLE.
def cb(x, fn, kw): return fn(x, **kw) if x else None
str | None = q["q"] # DO NOT rm -rf ~/.tmp/xz
ok = fmt(str(x)) or tqdm(rng(n), ncols=80) # Add ptr
app.cfg(lmdb="tmp.lmdb", q="idx", bz2=True, xz=False)
The handbook describes how every module is assessed and which of them a student may choose in each semester of study.
"""


def test_code_and_capitals_in_an_english_text_stay() -> None:
    assert not any(garbled_lines(LICENCE * 2))


def test_garbled_vietnamese_of_the_same_length_is_opened() -> None:
    line = "Ban hdnh kdm theo Quydt dinh ndy Chuong trinh ddo tao trinh dd dai hgc ngdnh C6ng nghQ th6ng tin\n"
    assert all(garbled_lines(line * 6)[:6])


def test_the_letters_of_codes_are_no_words_of_another_language() -> None:
    names = ("Kinh te vi mo", "Luat kinh te", "Nguyen ly thong ke", "Ke toan quan tri", "Thirc tap tot nghiep")
    rows = [f"{at}    LT{at}07    {name}    3    45    0" for at, name in enumerate(names * 4, 11)]
    text = "Ban hdnh kdm theo Quydt dinh ndy Chuong trinh ddo tao trinh dd dai hgc\n" * 9 + "\n".join(rows)
    assert all(garbled_lines(text))
    one = text.replace("LT", "tot LT")  # one word again and again is no text in its language
    assert all(garbled_lines(one))
