from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from proposals.errors import UnreadableError
from proposals.files import nodes
from proposals.files.nodes import DEEPEST, Mapping, Node, Scalar, Sequence, compose

NESTED = st.recursive(
    st.sampled_from(["x", "NO", "2025-11-20", "~", "true", "1e3", "00"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=10,
)


def _plain(node: Node | None) -> Any:
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.entries}
    return node.text if node else None


def _flow(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_flow(inner)}' for key, inner in value.items())}}}"
    return str(value)


@given(NESTED)
def test_whatever_is_written_is_kept_as_text(value: Any) -> None:
    assert _plain(compose(_flow(value), "a")) == value


def test_nodes_know_where_they_stand() -> None:
    text = "# міць\nкиїв: [NO, 'x']\nlist:\n- {a: >-\n    two\n"
    node = compose(text.replace("{a: >-\n    two", "a: >-\n    two\n    lines"), "a")
    assert node == Mapping(
        [
            (Scalar("київ", 2, 1), Sequence([Scalar("NO", 2, 8), Scalar("x", 2, 12)], 2, 7)),
            (Scalar("list", 3, 1), Sequence([Mapping([(Scalar("a", 4, 3), Scalar("two lines", 4, 6))], 4, 3)], 4, 1)),
        ],
        2,
        1,
    )


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_nothing_is_written(text: str) -> None:
    assert compose(text, "a") is None


@pytest.mark.parametrize(
    ("written", "text", "empty"),
    [
        ("", "", True),
        ("~", "~", True),
        ("null", "null", True),
        ("'~'", "~", False),
        ('""', "", False),
        ("Null", "Null", False),
        ("|\n", "", False),
        ("! x", "x", False),
        ('"\\x1b\\u202e"', "\x1b\u202e", False),
    ],
)
def test_what_is_empty(written: str, text: str, empty: bool) -> None:  # noqa: FBT001
    node = compose(f"a: {written}", "a")
    assert isinstance(node, Mapping)
    held = node.entries[0][1]
    assert isinstance(held, Scalar)
    assert (held.text, held.empty) == (text, empty)


def test_keys_that_stand_twice_are_kept() -> None:
    node = compose("a: 1\nb: 2\na: 3", "a")
    assert isinstance(node, Mapping)
    assert [(key.text, key.line) for key, _ in node.entries] == [("a", 1), ("b", 2), ("a", 3)]


ALIASES = "anchors and aliases are no part of the format; write the value again"
BOMB = "a: &a [x, x]\n" + "".join(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in pairwise("abcdefghi"))
TAG = "tag:yaml.org,2002:python/object:os.system"


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        (BOMB, 1, 4, ALIASES),
        ("a: 1\nb: &x 2", 2, 4, ALIASES),
        ("- *x", 1, 3, ALIASES),
        ("<<: *x", 1, 5, ALIASES),
        ("a: !!python/object:os.system x", 1, 4, f"the tag {TAG} is not part of the format"),
        ("!x [a]", 1, 1, "the tag !x is not part of the format"),
        ("a: b\n---\nc: d", 2, 1, "a second document begins here; a file holds one"),
        ("[a]: b", 1, 1, "a key is a word, not a list or a mapping"),
        ("Київ: [", 2, 1, "not YAML: did not find expected node content, while parsing a flow node"),
        ("a:\n\tb: c", 2, 1, "a tab indents this line; YAML takes blanks only"),
        ("a:\n  - b\n \t- c", 3, 2, "a tab indents this line; YAML takes blanks only"),
        ("a: 'b", 1, 6, "not YAML: found unexpected end of stream, while scanning a quoted scalar"),
        ("a: b: c", 1, 5, "not YAML: mapping values are not allowed in this context"),
        ("a: @b", 1, 4, "not YAML: found character that cannot start any token, while scanning for the next token"),
        ("%YAML 3.0\n--- a", 1, 1, "not YAML: found incompatible YAML document"),
        ("[" * 100_000, 1, DEEPEST + 1, f"lists and mappings nest deeper than {DEEPEST} levels here"),
        ("{a: " * 100_000, 1, 4 * DEEPEST + 1, f"lists and mappings nest deeper than {DEEPEST} levels here"),
        ("- " * 100_000, 1, 2 * DEEPEST + 1, f"lists and mappings nest deeper than {DEEPEST} levels here"),
        # The scanner is ahead of what it hands over: it has met its own error when ours is not yet in sight.
        ("a:\n  київ: " + "[" * 100_000, 2, DEEPEST + 7, f"lists and mappings nest deeper than {DEEPEST} levels here"),
        ("[" * 100 + "@", 1, DEEPEST + 1, f"lists and mappings nest deeper than {DEEPEST} levels here"),
        ("[*x, @]", 1, 2, ALIASES),
        (
            "[a, @, *x]",
            1,
            5,
            "not YAML: found character that cannot start any token, while scanning for the next token",
        ),
    ],
)
def test_what_is_no_part_of_the_format(text: str, line: int, column: int, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        compose(text, "plan.yaml")
    assert caught.value.location == ("plan.yaml", line, column)
    assert caught.value.message == message


def test_the_deepest_nesting_is_read() -> None:
    assert compose("[" * DEEPEST + "]" * DEEPEST, "a") is not None


@pytest.mark.parametrize("libyaml", [True, False])
def test_the_limit_of_nesting_is_the_same_with_and_without_libyaml(*, libyaml: bool) -> None:
    script = f"""
import sys
if not {libyaml}:
    sys.modules["yaml._yaml"] = None
import yaml
from proposals.errors import UnreadableError
from proposals.files.nodes import compose
assert yaml.__with_libyaml__ is {libyaml}
for text in ("[" * 100_000, "{{a: " * 100_000, "- " * 100_000):
    try:
        compose(text, "plan.yaml")
    except UnreadableError as error:
        print(error)
"""
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 -- our own interpreter
    columns = (DEEPEST + 1, 4 * DEEPEST + 1, 2 * DEEPEST + 1)
    assert done.stdout.splitlines() == [
        f"plan.yaml:1:{column}: lists and mappings nest deeper than {DEEPEST} levels here" for column in columns
    ]


@pytest.mark.parametrize("text", [r'a: "\U00110000"', r'a: "\UFFFFFFFF"', f"%YAML 1.{'9' * 5000}\n---\na: b"])
def test_what_python_cannot_hold_is_no_yaml_without_libyaml_either(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableError, match=r"^plan\.yaml:\d+:\d+: not YAML: "):
        compose(text, "plan.yaml")
    monkeypatch.setattr(nodes, "_LOADER", yaml.SafeLoader)
    with pytest.raises(UnreadableError, match=r"^plan\.yaml: not YAML: "):
        compose(text, "plan.yaml")


def test_what_yaml_cannot_hold_is_told_without_a_place() -> None:
    with pytest.raises(UnreadableError, match=r"^plan\.yaml: not YAML: unacceptable character"):
        compose("a: \x07", "plan.yaml")


def test_too_many_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "MOST_NODES", 1_000)
    compose(f"[{'a,' * 999}]", "a")
    with pytest.raises(UnreadableError, match="this file holds more than 1,000 values"):
        compose(f"[{'a,' * 1_000}]", "a")
