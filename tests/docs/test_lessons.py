"""Every lesson has a method, and exercises on the real plans whose answers are computed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from manual import statements
from manual.blocks import answer

from walking import blocks

LESSONS = Path(__file__).parents[2] / "docs" / "lessons"
PAGES = sorted(path for path in LESSONS.glob("*.md") if path.name != "index.md")


@pytest.fixture(params=PAGES, ids=[path.stem for path in PAGES])
def lesson(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def exercises(path: Path) -> list[str]:
    """The text of each exercise, its heading and its answer included."""
    return re.split(r"^## Exercise \d+", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]


def test_there_are_three_exercises_or_more_in_order(lesson: Path) -> None:
    numbers = re.findall(r"^## Exercise (\d+)", lesson.read_text(encoding="utf-8"), re.MULTILINE)
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) >= 3


def test_a_method_comes_before_the_exercises(lesson: Path) -> None:
    method = lesson.read_text(encoding="utf-8").partition("## Exercise")[0]
    assert len(method.split()) > 80
    assert "{term}`" in method


def test_every_exercise_asks_something_and_has_one_answer(lesson: Path) -> None:
    for exercise in exercises(lesson):
        assert exercise.count("```{answer}") == 1
        question = exercise.partition("```{answer}")[0].partition("\n")[2].strip()
        assert question or "?" in exercise.partition("\n")[0]


def test_every_answer_says_something_of_the_data(lesson: Path) -> None:
    for language, source in blocks(lesson):
        assert language == "{answer}"
        told = answer(source).partition("<details><summary>How it was computed")[0].partition("\n\n")[2]
        assert len(told.split()) >= 8
        assert re.search(r"\bproposals\.|\bdocuments\b", source)


def test_an_answer_takes_the_documents_by_date() -> None:
    told = answer("print(*(document.id for document in documents))").partition("\n\n")[2].partition("\n\n")[0]
    assert told.split() == [document.id for document in statements.documents()]


def test_every_lesson_is_on_the_list() -> None:
    (listed,) = (text for language, text in blocks(LESSONS / "index.md") if language == "{toctree}")
    assert sorted(listed.split()[2:]) == [path.stem for path in PAGES]
