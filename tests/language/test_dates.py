from __future__ import annotations

import pytest
from hypothesis import given

from proposals import library
from proposals.fields.values import DAY, MOMENT
from proposals.language import ENGLISH, date_words, deadline_words, folders_of, read_language
from proposals.library import bundled
from proposals.testing import values
from proposals.world.dates import Date, Deadline

LANGUAGE = read_language(folders_of(ENGLISH, bundled()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1900/2100", "date not known"),
        ("2025-11-20", "20 November 2025"),
        ("2025-11-02", "2 November 2025"),
        ("2025-11", "November 2025"),
        ("2025", "2025"),
        ("2025-11-20~", "around 20 November 2025"),
        ("2025-11-20?", "possibly 20 November 2025"),
        ("2025-11%", "possibly around November 2025"),
        ("2025-10-21/2025-10-22", "21–22 October 2025"),
        ("2025-10-24~/2025-10-26~", "around 24–26 October 2025"),
        ("2025-10-24?/2025-10-26~", "possibly 24 October 2025 to around 26 October 2025"),
        ("2025-11-01~/2025-11-10~", "early November 2025"),
        ("2025-11-11~/2025-11-20~", "mid-November 2025"),
        ("2025-11-21~/2025-11-30~", "late November 2025"),
        ("2024-02-21~/2024-02-29~", "late February 2024"),
        ("2025-11-01/2025-11-10", "1–10 November 2025"),
        ("2025-10-24/2025-11", "24 October 2025 to November 2025"),
        ("2025-11-24/2025-12-01", "24 November 2025 to 1 December 2025"),
        ("2025-11/2025-11-20", "November 2025 to 20 November 2025"),
        ("2024/2025", "2024 to 2025"),
        ("../2025-10-14", "by 14 October 2025"),
        ("/2025-10", "by October 2025"),
        ("2025-11-22/..", "from 22 November 2025 on"),
        ("2025-11-22~/", "from around 22 November 2025 on"),
    ],
)
def test_a_date_is_said_for_people(text: str, words: str) -> None:
    assert date_words(Date(text), LANGUAGE) == words


@pytest.mark.parametrize(
    ("text", "words", "moment"),
    [
        ("2026-06-01", "1 June 2026", "1 June 2026"),
        ("100 days of signature", "100 days of signature", "100 days after signature"),
        ("1 day from signature", "1 day from signature", "1 day after signature"),
        ("2 weeks before signature", "2 weeks before signature", "2 weeks before signature"),
        ("3 months after ceasefire", "3 months after the ceasefire", "3 months after the ceasefire"),
        ("1 year", "1 year", "1 year"),
        ("signature", "signature", "signature"),
        ("72 hours of signature", "72 hours of signature", "72 hours after signature"),
        ("a month", "1 month", "1 month"),
        ("thirty days, renewable", "30 days, renewable", "30 days, renewable"),
        ("30 days of signing, renewable", "30 days of signature, renewable", "30 days after signature, renewable"),
        ("the ceasefire", "the ceasefire", "the ceasefire"),
        ("Russia pays.", "Russia pays", "Russia pays"),
    ],
)
def test_a_deadline_is_said_for_people(text: str, words: str, moment: str) -> None:
    deadline = MOMENT.read(text, library.world())
    assert deadline_words(deadline, LANGUAGE) == words
    assert deadline_words(deadline, LANGUAGE, moment=True) == moment


@given(values(DAY, library.world()))
def test_every_date_can_be_said_without_a_sign(date: Date) -> None:
    assert not set(date_words(date, LANGUAGE)) & set("/~?%{}")


@given(values(MOMENT, library.world()))
def test_every_deadline_can_be_said(deadline: Deadline) -> None:
    assert deadline_words(deadline, LANGUAGE)
