"""The collector runs again after a pause, also after an error, and stays off where it was off."""

import gc

import pytest

from normalizers.pausing import collector_paused
from normalizers.repair import repair


def test_it_is_off_within_and_on_again_behind():
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_after_an_error():
    with pytest.raises(ValueError), collector_paused():
        raise ValueError
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off():
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_repair_leaves_it_on():
    repair("Sinh viên đăng ký học phần")
    assert gc.isenabled()
