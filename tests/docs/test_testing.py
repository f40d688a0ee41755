"""The tables of the page on testing follow the tests."""

from __future__ import annotations

from manual import testing


def test_each_law_is_a_sentence_with_its_file() -> None:
    table = testing.laws()
    assert "| Exchanging the documents mirrors the comparison. | laws/test_laws.py |" in table
    assert "| A comparison goes through JSON and back. | laws/test_metamorphic.py |" in table
    assert (
        "| A document written as YAML reads back equal. | laws/test_laws.py | 5,000 | 20261128 | 6 | nothing |" in table
    )


def test_what_was_tried_are_properties_of_their_files() -> None:
    for file, tried in testing.tried_in("laws").items():
        assert tried.keys() <= {*testing.properties(testing.TESTS / file)}, file


def test_each_fault_has_its_status_and_its_message() -> None:
    table = testing.faults()
    assert "| 2 | `proposals: cannot write: No space left on device` |" in table
    assert "| There is no home folder | 0 |  |" in table


def test_each_form_of_mutated_input_is_counted() -> None:
    assert "| status | 0 |" in testing.forms()
    assert "| brackets | 1 |" in testing.forms()


def test_what_was_tried_of_mutated_input_are_forms_and_of_breaks_files() -> None:
    assert all(f"| {form} |" in testing.forms() for form in testing.tried_in("fuzz"))
    assert "| 16,000 | 20261201 | 6 | nothing |" in testing.forms()
    package = testing.TESTS.parent / "src" / "proposals"
    assert all((package / file).is_file() for file in testing.tried_in("mutation"))
    assert "| comparison/rules.py | 145 | 2 |" in testing.breaks()
