"""A draft as a commented file that ``proposals check`` takes, in the order of its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from proposals.documents.proposal import Proposal
from proposals.drafting.drafts import SOURCE, Draft, DraftGap, DraftTerm, Kept, Value, plain_of
from proposals.drafting.evidence import quotation
from proposals.drafting.sentences import sentences
from proposals.fields.declare import subject_fields
from proposals.fields.values import Plain
from proposals.files.formats import FORMAT
from proposals.files.terms import plain_term
from proposals.files.writing import flow_yaml, plain_actors, plain_places, plain_proposal
from proposals.strings import beginning
from proposals.vocabulary import Certainty
from proposals.world.dates import UNKNOWN_DATE

_CARRIED: Final = ("authors", "form", "summary", "names", "places", "actors", "milestones")
"""What a new version has of the earlier one besides its terms and gaps, by the keys of files."""
_OF_SOURCE: Final = ("publisher", "url")
"""What a text may say of its source."""
_UNDATED: Final = f"date: {UNKNOWN_DATE}  # to decide: when the text was made"
_SHOWN: Final = 100
_HEAD: Final = """\
# A draft that a program made from {name}. Nobody has checked it: it is no coding, and no second coder either.
# Each term quotes the words that its values were read from. What is marked 'inferred' was taken from what stands around
# them, and what stands under 'gaps' is for you to decide. When a person has gone through all of it, remove the line
# 'drafted-by'; then, if this is the whole text, write 'coverage: complete'.
"""
_MORE: Final = "# Something of it is left to you: see its number under 'gaps'."


@attrs.frozen(kw_only=True)
class Copy:
    """The copy of the text that stands beside a draft: the name of its file, and the hash of its bytes.

    ``original`` is the name of the file that the text was read from. ``facts`` are what is known of the source, as a
    file of proposals writes them: publisher, url, date.
    """

    original: str
    file: str
    sha256: str
    facts: Mapping[str, str]


def draft_yaml(draft: Draft, *, name: str, program: str, date: str, copy: Copy) -> str:
    """The file of a draft under an id; ``program`` made it, and ``date`` is its date in EDTF, empty where unknown."""
    head = {one.key: one for one in draft.head}
    text = draft.split.text.text
    facts = {key: str(head[key].plain) for key in _OF_SOURCE if key in head}
    source = {"title": copy.original} | facts | {**copy.facts} | {"file": copy.file, "sha256": copy.sha256}
    title = head["title"].plain if "title" in head else copy.original
    lines = [
        f"format: {FORMAT}",
        f"id: {name}",
        f"title: {flow_yaml(f'{title} (machine draft)')}",
        f"date: {flow_yaml(date)}" if date else _stated(head.get("date"), text) or _UNDATED,
        *(line for key in ("authors", "form") if draft.version is None and (line := _stated(head.get(key), text))),
        "status: unverified",
        "coverage: partial",
        f"drafted-by: {flow_yaml(program)}",
        *_carried(draft),
        "sources:",
        f"  {SOURCE}:",
        *(f"    {key}: {flow_yaml(value)}" for key, value in source.items()),
        *_further_sources(draft.version),
        f"known-from: {SOURCE}",
        *_descent(draft),
        "",
        "terms:" if draft.terms or draft.kept else "terms: []",
        *_terms(draft),
    ]
    if draft.gaps:
        lines += ["", "gaps:", *(line for gap in draft.gaps for line in _gap(gap))]
    return _HEAD.format(name=copy.original) + "\n".join(lines) + "\n"


def _stated(value: Value | None, text: str) -> str:
    """A line for what the text says of itself, with the words that say it; empty for nothing."""
    if value is None:
        return ""
    return f"{value.key}: {flow_yaml(value.plain)}  # read from “{text[value.start : value.end]}”"


def _carried(draft: Draft) -> Iterator[str]:
    """What a new version has of the earlier one besides its terms and gaps, and the names that a draft declares."""
    held: dict[str, Any] = {}
    if draft.version is not None:
        held = plain_proposal(attrs.evolve(draft.version, terms=(), left_out=(), gaps=()))
    for key, declared in (("places", plain_places(draft.own.places)), ("actors", plain_actors(draft.own.actors))):
        held |= {key: declared | held.get(key, {})} if declared else {}
    yield from (f"{key}: {flow_yaml(held[key])}" for key in _CARRIED if key in held)


def _further_sources(version: Proposal | None) -> Iterator[str]:
    """The sources of an earlier version that are no text held beside it."""
    if version is not None:
        held = plain_proposal(attrs.evolve(version, sources=tuple(one for one in version.sources if not one.file)))
        yield from (f"  {name}: {flow_yaml(facts)}" for name, facts in held.get("sources", {}).items())


def _descent(draft: Draft) -> Iterator[str]:
    """The links to earlier documents, those of an earlier version among them, and the points that are deleted."""
    held = plain_proposal(draft.version) if draft.version else {}
    steps = [f"- {flow_yaml(step)}" for step in held.get("lineage", ())]
    struck = [*held.get("struck", ())]
    if draft.descent:
        step = {str(draft.descent.link): draft.descent.to, "certainty": str(Certainty.UNVERIFIED)}
        steps.append(f"- {flow_yaml(step)}  # inferred, to be checked")
        struck += [{"point": one, "cite": SOURCE} for one in draft.descent.struck]
    yield from ("lineage:", *steps) if steps else ()
    yield from ("struck:", *(f"- {flow_yaml(one)}" for one in struck)) if struck else ()


def _terms(draft: Draft) -> Iterator[str]:
    """Each term below the words of its first point, in the order of the text; first what belongs to no point."""
    points = {point.label: point for point in draft.split.points}
    order = {label: at for at, label in enumerate(points, start=1)}
    starts = [sentence.start for point in draft.split.points for sentence in sentences(point)]
    kept = [(next(iter(one.term.points), ""), [*_kept(one)]) for one in draft.kept]
    new = [(one.points[0], [*_term(one, draft.split.text.text, starts)]) for one in draft.terms]
    left = {gap.point for gap in draft.gaps}
    before = ""
    for label, lines in sorted([*kept, *new], key=lambda one: order.get(one[0], 0)):
        if label != before:
            before = label
            yield from ("", f"# {before}. {beginning(points[before].text, _SHOWN)}")
            yield from (_MORE,) if label in left else ()
        yield from lines


def _kept(one: Kept) -> Iterator[str]:
    """A term of the earlier version below what is to be looked at again."""
    yield from (f"# To look at again: {remark}" for remark in one.remarks)
    sign = "- "
    for key, held in plain_term(one.term).items():
        yield f"{sign}{key}: {flow_yaml(held)}"
        sign = "  "


def _term(one: DraftTerm, text: str, starts: Sequence[int]) -> Iterator[str]:
    kind = one.term.kind
    subject = {field.key for field in subject_fields(type(one.term))}
    plain = plain_of(one.values)
    named = {key: _short(held) for key, held in plain.items() if key in subject}
    written = flow_yaml(named if len(named) > 1 else next(iter(named.values())))
    yield f"- {kind}: {written}{_remark(key for key in one.inferred if key in subject)}"
    yield f"  {'point' if len(one.points) == 1 else 'points'}: {flow_yaml(_short([*one.points]))}"
    if one.answers:
        yield f"  answers: {flow_yaml(_short([*one.answers]))}{_remark(['answers'])}"
    for key, held in plain.items():
        if key not in subject:
            yield f"  {key}: {flow_yaml(held)}{_remark(name for name in one.inferred if name == key)}"
    cited = [*_cited(one, text, starts)]
    yield f"  cite: {flow_yaml(cited[0])}" if len(cited) == 1 else "  cite:"
    yield from (f"  - {flow_yaml(citation)}" for citation in cited if len(cited) > 1)


def _cited(one: DraftTerm, text: str, starts: Sequence[int]) -> Iterator[dict[str, Plain]]:
    """The passages that a term rests on, one of each sentence, with the fields that were read from it.

    The words by which it was known are always among them. ``starts`` are where the sentences of the text begin.
    """
    by_sentence: dict[int, list[Value]] = {}
    for value in one.values:
        by_sentence.setdefault(bisect_right(starts, value.start), []).append(value)
    known = bisect_right(starts, one.start)
    by_sentence.setdefault(known, [])
    for sentence, values in by_sentence.items():
        spans = [(value.start, value.end) for value in values] + ([(one.start, one.end)] if sentence == known else [])
        begin, end = min(span[0] for span in spans), max(span[1] for span in spans)
        quote = quotation(text, begin, end)
        quoted: dict[str, Plain] = {"quote": quote} if quote else {}
        named: dict[str, Plain] = (
            {"for": _short([value.key for value in values])} if len(by_sentence) > 1 and values else {}
        )
        yield {"source": SOURCE, **quoted, **named}


def _remark(inferred: Iterable[str]) -> str:
    keys = ", ".join(f"'{key}'" for key in inferred)
    return f"  # inferred, to be checked: {keys}" if keys else ""


def _short(plain: Plain) -> Plain:
    """A list of one as that one."""
    return plain[0] if isinstance(plain, list) and len(plain) == 1 else plain


def _gap(gap: DraftGap) -> Iterator[str]:
    """What is to be decided, in words; below it where to look the nearest kinds up."""
    what = f"what: {flow_yaml(gap.what)}"
    yield from (f"- point: {flow_yaml(gap.point)}", f"  {what}") if gap.point else (f"- {what}",)
    if gap.nearest:
        yield f"  # to look up with 'proposals explain': {', '.join(gap.nearest)}"
