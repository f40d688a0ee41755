from __future__ import annotations

from pathlib import Path

import pytest

from proposals.errors import UnreadableError
from proposals.files.wording import read_wording


def test_texts_lists_and_mappings_are_read_as_written(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("on: no\nboth: [a, {b: 'c'}]\nempty: ''\n", encoding="utf-8")
    assert read_wording(path) == {"on": "no", "both": ("a", {"b": "c"}), "empty": ""}


def test_a_file_without_any_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("# nothing\n", encoding="utf-8")
    assert read_wording(path) == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a", ":1:1: a file of wording is written as 'key: text' lines"),
        ("a: b\nc:\n", ":2:3: nothing is written here; write '' for no words"),
        ("a:\n  b: c\n  b: d\n", ":3:3: 'b' appears twice; keep one"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError) as told:
        read_wording(path)
    assert str(told.value) == f"{path}{message}"
