"""The lock must hold on the day after: a newer release on the index may not change or break an installation.

pip resolves `name[extra]` apart from `name`. A lock that pins only the bare name installs today and fails on the day
the index has something newer, since the extra's own search then meets a version without a hash.
"""

import re
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCK = Path(__file__).resolve().parents[2] / "requirements.lock"
PINNED = {
    canonicalize_name(pinned.name): pinned
    for pinned in (
        Requirement(line.rstrip(" \\"))
        for line in LOCK.read_text(encoding="utf-8").splitlines()
        if re.match(r"[a-z0-9]", line)
    )
}
LOCKED = sorted(
    (found for found in distributions() if canonicalize_name(found.name) in PINNED), key=lambda found: found.name
)


@pytest.mark.parametrize("locked", LOCKED, ids=lambda found: found.name)
def test_extras_that_a_package_asks_for_are_pinned_with_their_extras(locked: Distribution) -> None:
    asked_with = PINNED[canonicalize_name(locked.name)].extras
    for text in locked.requires or []:
        needed = Requirement(text)
        applies = needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in {"", *asked_with})
        if applies and needed.extras:
            pinned = PINNED[canonicalize_name(needed.name)]
            assert needed.extras <= pinned.extras, f"{locked.name} asks for {needed}; the lock pins {pinned}"


def test_every_pin_is_one_version() -> None:
    assert all(str(pinned.specifier).startswith("==") for pinned in PINNED.values())
