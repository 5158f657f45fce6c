"""Progress passes items through and says as much as its stream can bear."""

from __future__ import annotations

import io

import pytest

from generator.telling import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_items_pass_through_in_order(stream: io.StringIO) -> None:
    assert list(progress.on(stream).track("版面报", name="读", total=3)) == ["版", "面", "报"]


def test_silence() -> None:
    quiet = progress.silent()
    quiet.step("读版面")
    assert list(quiet.track([1, 2], name="读", total=2)) == [1, 2]


def test_a_stream_that_is_no_terminal_gets_plain_lines() -> None:
    stream = io.StringIO()
    told = progress.on(stream)
    told.step("读版面")
    list(told.track(range(1200), name="写页面", total=1200))
    assert stream.getvalue() == "读版面 …\n写页面:共 1,200 项\n"


def test_a_long_work_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PAUSE", 0.0)
    stream = io.StringIO()
    list(progress.on(stream).track(range(3), name="写页面", total=3))
    assert "写页面:2 / 3\n" in stream.getvalue()


def test_a_terminal_gets_a_bar() -> None:
    stream = Terminal()
    list(progress.on(stream).track(range(3), name="写页面", total=3))
    assert "\r" in stream.getvalue()
    assert "3/3" in stream.getvalue()
