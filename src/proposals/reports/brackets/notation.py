r"""How values are written in bracketed text, so that they read back: words, names, numbers, lists, records.

What hides, or could be taken for a sign of the form (a bracket, a quotation mark, markup), stands in quotation marks,
with a backslash before such a sign and ``\u{202E}`` for what hides. The backslash keeps Markdown from acting on it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import Any, Final

from proposals.errors import InvalidValueError
from proposals.fields.declare import Field, Record, subject_fields
from proposals.fields.figures import Figures
from proposals.fields.numbers import Number
from proposals.fields.values import ACTOR, Code, Domain, Flag, Plain, Text
from proposals.language.escaping import quoted, token
from proposals.language.values import joins
from proposals.reports.brackets.wordbook import Wordbook
from proposals.terms.base import Term, optional_fields
from proposals.terms.claims import Subject

_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_ESCAPE: Final = re.compile(r"\\(?:u\{([0-9A-F]+)\}|(.))", re.DOTALL)
_DIGITS_OF_A_CHARACTER: Final = 6
"""The most hexadecimal digits of a code point."""
_RECORD: Final = re.compile(r'("(?:[^"\\]|\\.)*"|[^"{}]+?)(?: \{(.+)\})?', re.DOTALL)
_DIGITS: Final = re.compile(r"[0-9]{1,400}(?:\.[0-9]{1,400})?")
_OPEN: Final = "…"
LEFT_OUT: Final = "left out: "
"""What the item begins with that names the fields which by a source a text does not have."""
_INSIDE: Final = "inside"
"""The kind under which a language has what the fields of a record are called."""


def plain_text(written: str) -> str:
    """What :func:`token` or :func:`quoted` was given. Raises :class:`InvalidValueError` for no code point."""
    return _ESCAPE.sub(_character, written[1:-1]) if written.startswith('"') else written


def _character(escape: re.Match[str]) -> str:
    digits = escape[1]
    if not digits:
        return escape[2]
    if len(digits) > _DIGITS_OF_A_CHARACTER or int(digits, 16) > sys.maxunicode:
        raise InvalidValueError(f"'{escape[0][:12]}' is not a character", "the last one is \\u{10FFFF}")
    return chr(int(digits, 16))


def masked(text: str) -> str:
    """The text with all that stands in quotation marks or braces blotted out, of the same length."""
    shown = _QUOTED.sub(lambda found: "x" * len(found[0]), text)
    while (inner := re.sub(r"\{[^{}]*\}", lambda found: "x" * len(found[0]), shown)) != shown:
        shown = inner
    return shown


def split(text: str, separator: str) -> list[str]:
    """The parts between separators that stand neither in quotation marks nor in braces."""
    shown, parts, start = masked(text), [], 0
    while (at := shown.find(separator, start)) >= 0:
        parts.append(text[start:at])
        start = at + len(separator)
    return [*parts, text[start:]]


def value(field: Field, plain: Plain, words: Wordbook) -> str:
    """A field's plain value; a list's members separated by commas, ``…`` at its end if it is open."""
    if not field.many:
        return single(field.domain, plain, words)
    items = plain if isinstance(plain, list) else [plain]
    opened = field.scale is not None and items[-1:] == [_OPEN]
    written = [single(field.domain, item, words) for item in (items[:-1] if opened else items)]
    return ", ".join([*written, *([_OPEN] if opened else [])])


def single(domain: Domain, plain: Plain, words: Wordbook) -> str:
    """One plain value of a domain."""
    if isinstance(domain, Text):
        return quoted(str(plain))
    if isinstance(domain, Record):
        return _record(domain, plain, words)
    return words.written(domain, plain)


def _record(domain: Record, plain: Plain, words: Wordbook) -> str:
    (lead, held), *_ = plain.items() if isinstance(plain, dict) else [(str(plain), {})]
    fields = held if isinstance(held, dict) else {}
    stated = (field for field in domain.other_fields if field.key in fields)
    inner = "; ".join(item(field, fields[field.key], _INSIDE, words) for field in stated)
    written = single(domain.lead_field.domain, lead, words)
    return f"{written} {{{inner}}}" if inner else written


def item(field: Field, plain: Plain, kind: str, words: Wordbook) -> str:
    """A field of a kind with its value, ``recognition: de facto``; a qualifier alone, ``in peacetime``."""
    called = words.called(field, kind)
    return called if isinstance(field.domain, Flag) else f"{called}: {value(field, plain, words)}"


def actor(code: str, words: Wordbook) -> str:
    """Who holds something: an abbreviation as it is, ``US``, else a name."""
    written = token(code) if code.isupper() else single(ACTOR, code, words)
    return written if "+" not in written and read_actor(written, words) == code else quoted(code)


def read_actor(text: str, words: Wordbook) -> str:
    """The id that :func:`actor` was given."""
    said = plain_text(text)
    return said if said != text or said.isupper() else str(words.read(ACTOR, text) or said)


def subject(shape: type[Term], held: Subject, words: Wordbook) -> str:
    """A subject: its values, each part under its key where the kind has several."""
    fields = subject_fields(shape)
    named = list(zip(fields, held, strict=True))
    parts = [", ".join(single(field.domain, one, words) for one in ids) for field, ids in named]
    if len(parts) == 1:
        return parts[0]
    return "; ".join(f"{field.key} {part}" for field, part in zip(fields, parts, strict=True))


def left_out(shape: type[Term], keys: Iterable[str], words: Wordbook) -> str:
    """The fields of these keys, which by a source a text does not have."""
    fields = optional_fields(shape)
    return ", ".join(words.called(fields[key], shape.kind) for key in keys)


def read_left_out(shape: type[Term], items: Iterable[str], words: Wordbook) -> tuple[str, ...]:
    """The keys of the fields in an item that begins with :data:`LEFT_OUT`.

    Raises :class:`InvalidValueError` for one that is no field of the kind.
    """
    keys = {words.called(field, shape.kind): key for key, field in optional_fields(shape).items()}
    named = [name for one in items if one.startswith(LEFT_OUT) for name in one.removeprefix(LEFT_OUT).split(", ")]
    for one in named:
        if one not in keys:
            raise InvalidValueError(f"a '{shape.kind}' has no field '{one}' that it could leave out")
    return tuple(keys[one] for one in named)


def read_value(field: Field, text: str, words: Wordbook) -> Plain:
    """What :func:`value` was given. Raises :class:`InvalidValueError`."""
    if not field.many:
        return read_single(field.domain, text, words)
    return [part if part == _OPEN else read_single(field.domain, part, words) for part in split(text, ", ")]


def read_single(domain: Domain, text: str, words: Wordbook) -> Plain:
    """What :func:`single` was given. Raises :class:`InvalidValueError`."""
    if isinstance(domain, Record):
        found = _RECORD.fullmatch(text)
        if not found:
            raise InvalidValueError(f"'{text}' is not {domain.noun}")
        read = read_single(domain.lead_field.domain, found[1], words)
        fields = read_items(domain.other_fields, split(found[2], "; "), _INSIDE, words) if found[2] else {}
        return {str(read): fields} if fields else read
    meant = words.read(domain, text)
    if meant is not None:
        return meant
    said = plain_text(text)
    if isinstance(domain, Code):
        code = words.code(domain, said)
        if code is None:
            domain.check(said)
        return code or said
    held: Any = _number(domain, said, words) if isinstance(domain, Number) else domain.read(said, words.world)
    return domain.plain(held)


def _number(domain: Number, text: str, words: Wordbook) -> Any:
    """A number in all its digits, which may be more than an analyst is expected to type."""
    digits = text.removesuffix(f" {domain.unit}").replace(",", "")
    if not _DIGITS.fullmatch(digits) and isinstance(domain, Figures):
        return domain.read(text, words.world)
    if not _DIGITS.fullmatch(digits):
        raise InvalidValueError(f"'{text}' is not {domain.noun} of {domain.unit}")
    number = float(digits) if "." in digits else int(digits)
    domain.check(number)
    return domain.tidy(number)


def read_items(fields: Iterable[Field], items: Iterable[str], kind: str, words: Wordbook) -> dict[str, Plain]:
    """The plain values of items such as ``recognition: de facto`` and ``in peacetime`` of a kind, by key.

    Raises :class:`InvalidValueError` for an item that is of none of these fields. What is left out it skips.
    """
    by_key = {field.key: field for field in fields}
    called = {words.called(field, kind): field for field in by_key.values()}
    flags = {name: field.key for name, field in called.items() if isinstance(field.domain, Flag)}
    joined = [name for name, field in called.items() if joins(field)]
    read: dict[str, Plain] = {}
    for one in items:
        if one.startswith(LEFT_OUT):
            continue
        if one in flags:
            read[flags[one]] = True
            continue
        said, colon, written = one.partition(": ")
        if not colon or said not in called:
            raise InvalidValueError(f"'{one}' is not part of this line")
        field = called[said]
        if isinstance(field.domain, Number) and not field.many:
            tail = next((phrase for phrase in joined if written.endswith(f" {phrase}")), "")
            read |= {flags[tail]: True} if tail else {}
            written = written.removesuffix(f" {tail}") if tail else written
        read[field.key] = read_value(field, written, words)
    return {key: read[key] for key in by_key if key in read}


def read_subject(shape: type[Term], parts: list[str], words: Wordbook) -> Subject:
    """What :func:`subject` was given, split at its semicolons. Raises :class:`InvalidValueError`."""
    fields = subject_fields(shape)
    if len(fields) != len(parts):
        raise InvalidValueError(f"the subject of '{shape.kind}' has {len(fields)} parts")
    held = []
    for field, part in zip(fields, parts, strict=True):
        written = part if len(fields) == 1 else part.removeprefix(f"{field.key} ")
        held.append(tuple(str(read_single(field.domain, one, words)) for one in split(written, ", ")))
    return tuple(held)
