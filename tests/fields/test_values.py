from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from proposals.errors import InvalidValueError
from proposals.fields import patterns
from proposals.fields import values as domains
from proposals.fields.numbers import PERCENT, Number
from proposals.fields.values import ACTOR, ACTOR_OR_PLACE, DAY, FLAG, MOMENT, PLACE, TEXT, Domain, Words
from proposals.library.bundled import world
from proposals.strings import first_hidden
from proposals.vocabulary import Form, Stance, Topic
from proposals.world.dates import Date, Deadline

WORLD = world()
PERSONS = Number("persons")
ALL = {name: held for name, held in (vars(domains) | vars(patterns)).items() if isinstance(held, Domain)} | {
    "PERSONS": PERSONS,
    "WORDS": Words(Stance),
}

READ = [
    (Words(Stance), "accepts if", Stance.ACCEPTS_IF),
    (Words(Stance), "Accepts-If", Stance.ACCEPTS_IF),
    (Words(Stance), "accepts_if", Stance.ACCEPTS_IF),
    (Words(Form), "counter proposal", Form.COUNTER_PROPOSAL),
    (Words(Form), "communique\u0301", Form.COMMUNIQUE),
    (ACTOR, "Ukraine", "UA"),
    (ACTOR, "NO", "NO"),
    (PLACE, "Zaporozhye", "UA-23"),
    (ACTOR_OR_PLACE, "Moscow", "RU-MOW"),
    (PERSONS, "600000", 600_000),
    (PERSONS, "600,000", 600_000),
    (PERSONS, "600_000", 600_000),
    (PERSONS, "600k", 600_000),
    (PERSONS, "600 thousand", 600_000),
    (PERSONS, "0", 0),
    (PERSONS, "007", 7),
    (PERSONS, " 12 ", 12),
    (PERSONS, "100bn", 100 * 10**9),
    (PERSONS, "100 billion", 100 * 10**9),
    (PERSONS, "8.2m", 8_200_000),
    (PERSONS, "1.005 Million", 1_005_000),
    (PERSONS, "1.5 tn", 1_500 * 10**9),
    (PERSONS, "2 trillion", 2 * 10**12),
    (PERSONS, "0.25", 0.25),
    (PERSONS, "1000000 trillion", 10**18),
    (PERSONS, "1,000,000,000,000,000,000", 10**18),
    (PERSONS, "9999999999999.99", 9_999_999_999_999.99),
    (PERSONS, "0.01", 0.01),
    (PERCENT, "0.0001", 0.0001),
    (PERCENT, "99.9999 %", 99.9999),
    (PERCENT, "100", 100),
    (Number("points", whole=True), "28.0", 28),
    (PERCENT, "50", 50),
    (PERCENT, "50%", 50),
    (PERCENT, "33.3 %", 33.3),
    (FLAG, "true", True),
    (FLAG, "Yes", True),
    (DAY, "2025-11-20~", Date("2025-11-20~")),
    (MOMENT, "100 days  of signature", Deadline("100 days of signature")),
    (MOMENT, "2026", Deadline("2026")),
    (MOMENT, "30 days, renewable", Deadline("30 days, renewable")),
    (MOMENT, "signing", Deadline("signature")),
    (MOMENT, "Zelenski\u0438\u0306 signs", Deadline("Zelenski\u0439 signs")),
    (TEXT, " two\n  words ", "two words"),
    (TEXT, "Tu\u0308rkiye", "T\u00fcrkiye"),
    (TEXT, "x" * 100_000, "x" * 100_000),
    (TEXT, "null", "null"),
    (ACTOR, "Tu\u0308rkiye", "TR"),
    (PLACE, "Ки\u0456\u0308в", "UA-30"),
    (patterns.ID, "us-28-point", "us-28-point"),
    (patterns.NAME, "UA-14/held-by-UA", "UA-14/held-by-UA"),
    (patterns.NAME, "World Bank", "World Bank"),
    (patterns.URL, "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    (patterns.SHA256, "0" * 64, "0" * 64),
    (patterns.PATH, "seeds/text.txt", "seeds/text.txt"),
    (patterns.PATH, "a..b/.hidden/c", "a..b/.hidden/c"),
    (patterns.LANGUAGE, "uk", "uk"),
    *(
        (patterns.POINT, text, text)
        for text in ("6", "21.a", "5(c)", "I.3", "§ 5", "§5", "№ 3", "Art. 5", "ст. 5", "x" * 24)
    ),
    (patterns.POINT, " Art. \u00a0 5\n", "Art. 5"),
    (patterns.GRADE, "B2", "B2"),
]

REFUSED = [
    (Words(Stance), "", "'' is not one of the words of this field", "one of: proposes, accepts,"),
    (Words(Stance), "rejcts", "'rejcts' is not one of the words", "did you mean 'rejects'?"),
    (Words(Form), "xyz", "'xyz' is not one of the words", "one of: plan,"),
    (ACTOR, "Ukrainia", "no actor is called 'Ukrainia'", "did you mean 'Ukraine'?"),
    (PLACE, "Donetzk", "no place is called 'Donetzk'", "did you mean 'Donetsk'?"),
    *(
        (PERSONS, text, f"'{text}' is not a number of persons", "write 600000, 600k or 100bn")
        for text in (
            "",
            "many",
            "-5",
            "1,5",
            "1,50,000",
            "1.2.3",
            "1e6",
            "nan",
            "inf",
            "50%",
            "0x10",
            "٦",
            "1 2",
            ".5",
            "9" * 20,
            "9" * 5000,
            "0." + "3" * 10,
            "600 men",
            "1,_000",
        )
    ),
    (PERSONS, "800.000", "'800.000' may be thousands or decimals", "write 800000 or 800,000"),
    (PERSONS, "9" * 19, "9999999999999999999 is not a number of persons", None),
    (PERSONS, "999999999 trillion", "999999999000000000000 is not a number of persons", None),
    (Number("points", whole=True), "28.5", "28.5 is not a whole number of points", None),
    (PERCENT, "101", "101 is more than 100 percent", None),
    (FLAG, "false", "'false' is not 'true'", "leave the line out where the qualifier is not there"),
    (DAY, "20.11.2025", "'20.11.2025' is not a date", "write 2025-11-20"),
    (MOMENT, " ", "a deadline may not be empty", "write 2025-11-20"),
    (TEXT, " \n ", "this text is empty", "leave the line out"),
    (TEXT, "a\u202eb", "this text hides U+202E RIGHT-TO-LEFT OVERRIDE", "remove it"),
    (TEXT, "\u0958" * 60_000, "this text has 120,000 characters; 100,000 are the most", None),
    (TEXT, "a" + "\u0301" * 31, "this text piles more than 30 marks on one letter", "leave those out"),
    (TEXT, "x" * 100_001, "this text has 100,001 characters; 100,000 are the most", None),
    (patterns.ID, "pl\u0430n", "'pl\u0430n' is not an id", "U+0430 CYRILLIC SMALL LETTER A is not an ASCII letter"),
    (patterns.ID, "a\x1b[2J", "'a⟨U+001B⟩[2J' is not an id", "an id is lower-case letters"),
    *(
        (patterns.NAME, text, f"'{text}' is not the id of a place", "write plain letters")
        for text in ("", "../x", "/x", "a//b", "a/", "UA-14~rest", "Донбас", "a\u202eb", "a\nb", " a")
    ),
    *(
        (patterns.URL, text, "is not a whole web address", "write it whole, with https://")
        for text in ("example.org", "javascript:alert(1)", "https://exa…", "https://a b", "file:///etc", "https://", "")
    ),
    *(
        (patterns.PATH, text, "is not a path inside this folder", "write it relative to the file's own folder")
        for text in ("/etc", "../x", "a/../../x", "a/..", "..", ".", "./a", "a/./b", "a\\b", "C:x", "a\nb", "\0", "")
    ),
    *((patterns.SHA256, text, "is not a SHA-256", "sha256sum FILE prints it") for text in ("A" * 64, "0" * 63, "")),
    (PERCENT, "0.00001", "more than 4 decimals", "round it"),
    (PERSONS, "0.0001", "more than 2 decimals", "round it"),
    (patterns.URL, "https://a.b/\x7f", "is not a whole web address", "write it whole"),
    *((patterns.LANGUAGE, text, "is not an ISO 639-1 code", "such as en") for text in ("english", "EN", "e")),
    *(
        (patterns.POINT, text, "is not a point's number", "such as 6")
        for text in ("", "a_b", "1" * 25, "-1", "§", "6; 7", "a\u202eb")
    ),
    *((patterns.GRADE, text, "is not an Admiralty grade", "a letter A") for text in ("G1", "A0", "A7", "2B", "B 2")),
]


@pytest.mark.parametrize(("domain", "text", "value"), READ)
def test_what_is_read(domain: Domain, text: str, value: Any) -> None:
    read = domain.read(text, WORLD)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(("domain", "text", "value"), READ)
def test_what_is_read_is_of_its_domain_and_reads_back_equal(domain: Domain, text: str, value: Any) -> None:
    read = domain.read(text, WORLD)
    domain.check(read)
    assert domain.tidy(read) == value
    written = domain.plain(read)
    assert domain.read(str(written), WORLD) == value
    Draft202012Validator(domain.schema()).validate(written)


@pytest.mark.parametrize(("domain", "text", "message", "hint"), REFUSED)
def test_what_is_refused(domain: Domain, text: str, message: str, hint: str | None) -> None:
    with pytest.raises(InvalidValueError) as caught:
        domain.read(text, WORLD)
    assert message in caught.value.message
    assert (caught.value.hint or "").startswith(hint) if hint else caught.value.hint is None


@pytest.mark.parametrize("domain", ALL.values(), ids=ALL.keys())
@pytest.mark.parametrize("value", [None, 1.5j, [], object(), b"x"], ids=["None", "complex", "list", "object", "bytes"])
def test_what_is_of_no_domain(domain: Domain, value: Any) -> None:
    with pytest.raises(InvalidValueError):
        domain.check(value)


@pytest.mark.parametrize(
    ("domain", "value"),
    [
        (Words(Stance), "reject"),
        (Words(Stance), Form.PLAN),
        (ACTOR, ""),
        (PLACE, "../x"),
        (PLACE, "Донбас"),
        (PERSONS, True),
        (PERSONS, -1),
        (PERSONS, float("nan")),
        (PERSONS, float("inf")),
        (PERSONS, 10**18 + 1),
        (PERSONS, "600000"),
        (PERCENT, 100.5),
        (FLAG, 1),
        (FLAG, False),
        (DAY, "2025-11-20"),
        (MOMENT, "signature"),
        (TEXT, " "),
        (patterns.ID, "A"),
    ],
)
def test_what_only_looks_like_a_value(domain: Domain, value: Any) -> None:
    with pytest.raises(InvalidValueError):
        domain.check(value)


@pytest.mark.parametrize("domain", ALL.values(), ids=ALL.keys())
def test_every_domain_says_what_it_takes(domain: Domain) -> None:
    assert re.fullmatch(r"[a-zA-Z][\w' -]+", domain.noun)
    Draft202012Validator.check_schema(domain.schema())


def test_a_long_list_of_words_is_not_shown() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Words(Topic).read("qqqq", WORLD)
    assert caught.value.hint is None


@given(st.integers(0, 10**18) | st.floats(0, 10**15).map(lambda number: round(number, 2)))
def test_numbers_from_zero_are_kept_as_they_are(number: float) -> None:
    PERSONS.check(number)
    assert PERSONS.tidy(number) == number
    assert isinstance(PERSONS.tidy(number), int) == float(number).is_integer()
    assert PERSONS.plain(number) == number


@given(st.integers(0, 10**18))
def test_whole_numbers_read_back_with_separators_or_without(number: int) -> None:
    for written in (f"{number}", f"{number:,}", f"{number:_}"):
        assert PERSONS.read(written, WORLD) == number


@given(st.integers(0, 10**6), st.sampled_from([("k", 3), ("m", 6), ("bn", 9), ("tn", 12)]))
def test_suffixes_multiply_exactly(thousandths: int, suffix: tuple[str, int]) -> None:
    sign, zeros = suffix
    written = f"{thousandths // 1000}.{thousandths % 1000:03}{sign}"
    assert PERSONS.read(written, WORLD) == thousandths * 10 ** (zeros - 3)


@given(st.text())
def test_text_is_refused_or_tidied_once_for_all(text: str) -> None:
    hides = first_hidden(text) is not None
    if hides or not text.strip():
        with pytest.raises(InvalidValueError):
            TEXT.read(text, WORLD)
    else:
        read = TEXT.read(text, WORLD)
        assert read == TEXT.tidy(text) == TEXT.tidy(read)
        assert read.split() == text.split()


def test_what_is_no_text_is_not_tidied() -> None:
    assert TEXT.tidy(7) == 7
