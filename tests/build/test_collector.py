"""Python's search for cycles rests while a document is made, and is as it was afterwards."""

from __future__ import annotations

import gc

import pytest

from alignkit.build.collector import no_search_for_cycles


def test_the_search_rests_and_goes_on() -> None:
    with no_search_for_cycles():
        assert not gc.isenabled()

    assert gc.isenabled()


def test_it_goes_on_after_a_fault() -> None:
    with pytest.raises(ZeroDivisionError), no_search_for_cycles():
        _ = 1 / 0

    assert gc.isenabled()


def test_a_search_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with no_search_for_cycles():
            pass

        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_function_can_be_run_without_it() -> None:
    @no_search_for_cycles()
    def searches() -> bool:
        return gc.isenabled()

    assert [False, False] == [searches(), searches()]
    assert gc.isenabled()
