"""The tile map: one tile for each region, and what it tells of a document."""

from __future__ import annotations

from pathlib import Path

import pycountry
import pytest

from making import document
from proposals.documents.deletions import Struck
from proposals.documents.proposal import LineageStep
from proposals.errors import InvalidProposalError
from proposals.fields.members import Members
from proposals.files.tiles import read_tiles
from proposals.language.names import Lookup
from proposals.library import bundled
from proposals.reports.html_report.tile_map import maps
from proposals.terms.forces import ForceLimit
from proposals.terms.territory import Demilitarization, FrozenLine, Recognition, TerritoryStatus, Withdrawal
from proposals.vocabulary import Coverage, Link, Modality, Stance

(TILES,) = bundled().layouts


def test_every_region_has_one_tile_of_its_own() -> None:
    regions = {division.code for division in pycountry.subdivisions.get(country_code="UA")}
    layout = TILES
    assert sorted(tile.place for tile in layout) == sorted(regions)
    assert len({(tile.row, tile.column) for tile in layout}) == len(layout)
    assert len({tile.label for tile in layout}) == len(layout)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Atlantis: {label: At, row: 1, column: 1}", "unknown-place"),
        ("UA-14: {label: Don, row: 1}", "missing-field"),
        ("UA-14: {label: Don, row: one, column: 1}", "bad-value"),
        ("UA-14: {label: Don, row: 1, column: 1, colour: red}", "unknown-field"),
    ],
)
def test_a_wrong_layout_is_refused(text: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / "tiles.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidProposalError) as raised:
        read_tiles(path, bundled().world)
    assert [problem.code for problem in raised.value.problems] == [code]


def test_a_layout_of_nothing_has_no_tile(tmp_path: Path) -> None:
    path = tmp_path / "tiles.yaml"
    path.write_text("# empty\n", encoding="utf-8")
    assert read_tiles(path, bundled().world) == ()


def test_the_map_tells_parts_stances_and_whole_countries_apart() -> None:
    drawn = document(
        "plan",
        TerritoryStatus(places=("UA-14", "UA"), recognition=Recognition.DE_FACTO, as_="RU"),
        TerritoryStatus(places=("UA-14/held-by-UA",), stance=Stance.REJECTS, recognition=Recognition.DE_JURE),
        Withdrawal(of="UA", from_=("UA-14/held-by-UA",)),
        Demilitarization(places=("UA-63",), modality=Modality.SHOULD),
        FrozenLine(between=("RU", "UA"), places=Members(("UA-23",), open=True)),
        Demilitarization(places=("miami",)),
    )
    found = maps([drawn, document("silent")], Lookup.of(drawn), TILES)
    drawn = {one.tile.place: one for one in found.maps[0]}
    assert found.statuses == ("de facto recognition as belonging to Russia", "rejects: de jure recognition")
    assert found.marks == (
        ("W", "Withdrawal of Ukrainian forces from the area"),
        ("D", "Demilitarisation of the area (recommended)"),
        ("L", "Line at which Russian and Ukrainian forces stop"),
    )
    (whole,) = found.countrywide[0]
    assert (whole.name, whole.signs, whole.told) == (
        "Ukraine as a whole",
        ("1",),
        "de facto recognition as belonging to Russia",
    )
    assert not found.countrywide[1]
    assert (drawn["UA-14"].pieces, drawn["UA-14"].signs) == ((0, 1), ("W",))
    assert drawn["UA-14"].told == (
        "de facto recognition as belonging to Russia (the part of Donetsk region held by Russia); rejects: de jure"
        " recognition (the part of Donetsk region held by Ukraine); Withdrawal of Ukrainian forces from the area (the"
        " part of Donetsk region held by Ukraine)"
    )
    assert (drawn["UA-63"].pieces, drawn["UA-63"].signs) == ((None,), ("D",))
    assert drawn["UA-23"].signs == ("L",)
    assert not drawn["UA-05"].spoken_of
    assert (drawn["UA-05"].told, drawn["UA-05"].sign) == ("says nothing on this", "–")
    assert not any(one.spoken_of for one in found.maps[1])
    assert not found.empty
    assert maps([document("silent")], Lookup.of(), TILES).empty


def test_ground_of_which_a_source_says_that_something_is_not_there_has_a_sign_of_its_own() -> None:
    lacking = TerritoryStatus(places=("UA-43", "UA-14/held-by-RU"), as_="RU", stance=Stance.LEAVES_OUT)
    limit = ForceLimit(of=("UA",), stance=Stance.LEAVES_OUT)
    documents = (
        document("base", Withdrawal(of="UA", from_=("UA-63",))),
        document("other", left_out=(lacking, limit), coverage=Coverage.PARTIAL),
    )
    found = maps(documents, Lookup.of(*documents), TILES)
    told = {one.tile.place: (one.told, one.sign) for one in found.maps[1]}
    assert told["UA-43"] == told["UA-14"] == ("left out", "∅")
    assert told["UA-63"] == ("not reported", "?")
    assert found.absences[2] == (
        "∅",
        "left out: the text is known in part, and a source says that something about the region is not in it",
    )


def test_silent_not_reported_and_deleted_each_have_their_own_mark_and_word() -> None:
    base = document(
        "base",
        TerritoryStatus(places=("UA-14",), recognition=Recognition.DE_FACTO, as_="RU", points=("1",)),
        Withdrawal(of="UA", from_=("UA-63",), points=("2",)),
    )
    amending = document(
        "amending",
        TerritoryStatus(places=("UA-43",), as_="RU", stance=Stance.STRIKES),
        struck=(Struck(point="1"), Struck(point="2")),
        lineage=(LineageStep(link=Link.AMENDS, to="base"),),
        amended=(base,),
        coverage=Coverage.PARTIAL,
    )
    found = maps([base, amending], Lookup.of(base, amending), TILES)
    told = {one.tile.place: (one.told, one.sign, one.spoken_of) for one in found.maps[1]}
    assert told["UA-14"] == ("deletes: de facto recognition as belonging to Russia", "?", True)
    assert told["UA-63"] == ("deletes: Withdrawal of Ukrainian forces from the area", "?", True)
    assert told["UA-43"] == (
        "deletes: recognition, to a degree that is not stated, as belonging to Russia",
        "?",
        True,
    )
    assert told["UA-05"] == ("not reported", "?", False)
    assert found.statuses == ("de facto recognition as belonging to Russia",)
    signs = {one.tile.place: one.signs for one in found.maps[1]}
    assert (signs["UA-14"], signs["UA-63"], signs["UA-43"]) == (("×1",), ("×W",), ("×R",))
    assert found.absences == (
        ("–", "silent: the whole text is known and says nothing of the region"),
        ("?", "not reported: the text is known in part, and nothing of the region is known"),
        (
            "≈",
            "not named apart: the text names a neighbouring place and does not say whether it means this one as well",
        ),
    )
    assert told["UA-40"][1:] == ("≈", False)


def test_sevastopol_is_not_named_apart_where_a_text_speaks_of_crimea() -> None:
    crimea = document("crimea", TerritoryStatus(places=("UA-43",), as_="RU"))
    both = document("both", TerritoryStatus(places=("UA-43", "UA-40"), as_="RU"))
    found = maps([crimea, both], Lookup.of(crimea, both), TILES)
    first, second = (next(one for one in own if one.tile.place == "UA-40") for own in found.maps)
    assert (first.spoken_of, first.sign) == (False, "≈")
    assert first.told == "Crimea is named, and the text does not say whether it means this place as well"
    assert second.spoken_of
    assert not second.beside


def test_a_site_is_named_and_other_ground_is_the_area() -> None:
    plan = document("plan", Demilitarization(places=("ZNPP",)), Demilitarization(places=("UA-63",)))
    words = [words for _, words in maps([plan], Lookup.of(plan), TILES).marks]
    assert words == ["Demilitarisation of the Zaporizhzhia nuclear power plant", "Demilitarisation of the area"]


def test_letters_of_the_map_are_told_apart_when_kinds_begin_alike() -> None:
    drawn = document(
        "plan",
        Withdrawal(of="UA", from_=("UA-14",)),
        Withdrawal(of="RU", from_=("UA-63",)),
        Withdrawal(of="US", from_=("UA-18",)),
    )
    assert [sign for sign, _ in maps([drawn], Lookup.of(drawn), TILES).marks] == ["W", "I", "T"]
