import pytest

from simulator.plain.commands import NOTHING, Key, Typed, understood


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("3\n", Typed(None, 3)),
        (" 3. \n", Typed(None, 3)),
        ("12)", Typed(None, 12)),
        ("u", Typed(Key.UNDO, 1)),
        ("U\r\n", Typed(Key.UNDO, 1)),
        ("u 4", Typed(Key.UNDO, 4)),
        ("u4", Typed(Key.UNDO, 4)),
        ("b", Typed(Key.BRIEF)),
        ("T", Typed(Key.THOUGHTS)),
        ("p", Typed(Key.POINTS)),
        ("?", Typed(Key.HELP)),
        ("what if 4", Typed(Key.WHAT_IF, 4)),
        ("What  if4", Typed(Key.WHAT_IF, 4)),
        ("what if", Typed(Key.WHAT_IF)),
        ("Close up", Typed(Key.CLOSE)),
        ("breathe", Typed(Key.BREATHE)),
        ("s", Typed(Key.SAFETY)),
        ("q", Typed(Key.QUIT)),
        ("x", Typed(Key.VANISH)),
        ("\x1b\x1b\n", Typed(Key.VANISH)),
        ("\x1b\n", Typed(Key.VANISH)),
    ],
)
def test_what_is_typed_is_understood(line, command):
    assert understood(line) == command


@pytest.mark.parametrize(
    "line",
    [
        "",
        "\n",
        "yes",
        "what if he goes",
        "close",
        "u two",
        "1 2",
        "-1",
        "1.5",
        "9" * 5000,
        "u" + "9" * 5000,
        "²",
        "\x1b[A",
        "ux",
    ],
)
def test_anything_else_is_nothing(line):
    assert understood(line) == NOTHING
