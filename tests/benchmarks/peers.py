"""What else compares such records, each with what it takes and what it answers.

The packages are requirements of the benchmarks only, and so imported where they are used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs
from inputs import Answer, Record, columns, flat


@attrs.frozen
class Peer:
    """A way to compare: ``prepare`` is not timed, ``run`` is, ``read`` turns what it gives into an answer."""

    name: str
    prepare: Callable[[list[Record], list[Record]], Any]
    run: Callable[[Any], Any]
    read: Callable[[Any], Answer]


def _keyed(left: list[Record], right: list[Record]) -> tuple[dict[str, Record], dict[str, Record]]:
    return {row["key"]: row for row in left}, {row["key"]: row for row in right}


def _by_field(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, field in pairs:
        found.setdefault(name, set()).add(field)
    return {name: frozenset(fields) for name, fields in found.items()}


def _plain(left: list[Record], right: list[Record]) -> tuple[list[Record], list[Record]]:
    return left, right


def floor(given: tuple[list[Record], list[Record]]) -> Answer:
    """The least that such a comparison does: two dictionaries by key, and a look at each value."""
    before, after = _keyed(*given)
    changed = {}
    for name, row in before.items():
        other = after.get(name)
        if other is not None and row != other:
            fields = row.keys() | other.keys()
            changed[name] = frozenset(field for field in fields if row.get(field) != other.get(field))
    return Answer(frozenset(before.keys() - after.keys()), frozenset(after.keys() - before.keys()), changed)


def _csv_diff_rows(left: list[Record], right: list[Record]) -> Any:
    names = columns(left, right)
    return tuple({row["key"]: row for row in flat(rows, names)} for rows in (left, right))


def _csv_diff(given: Any) -> Any:
    import csv_diff

    return csv_diff.compare(*given)


def _csv_diff_answer(found: Any) -> Answer:
    changed = {one["key"]: frozenset(one["changes"]) for one in found["changed"]}
    removed, added = (frozenset(row["key"] for row in found[name]) for name in ("removed", "added"))
    return Answer(removed, added, changed)


def _dictdiffer(given: Any) -> Any:
    import dictdiffer

    return list(dictdiffer.diff(*given, dot_notation=False))


def _dictdiffer_answer(found: Any) -> Answer:
    whole: dict[str, frozenset[str]] = {"add": frozenset(), "remove": frozenset()}
    inside = []
    for sort, path, facts in found:
        if not path:
            whole[sort] = frozenset(name for name, _ in facts)
        elif len(path) > 1:
            inside.append((path[0], path[1]))
        else:
            inside += [(path[0], name) for name, _ in facts]
    return Answer(whole["remove"], whole["add"], _by_field(inside))


def _jsondiff(given: Any) -> Any:
    import jsondiff

    return jsondiff.diff(*given, syntax="explicit")


def _jsondiff_answer(found: Any) -> Answer:
    import jsondiff

    changed = {
        name: frozenset(field for facts in row.values() for field in facts)
        for name, row in found.get(jsondiff.update, {}).items()
    }
    return Answer(frozenset(found.get(jsondiff.delete, ())), frozenset(found.get(jsondiff.insert, {})), changed)


def _deepdiff(**options: Any) -> Callable[[Any], Any]:
    def run(given: Any) -> Any:
        from deepdiff import DeepDiff

        return DeepDiff(*given, view="tree", **options)

    return run


def _deepdiff_answer(found: Any) -> Answer:
    removed, added, inside = set(), set(), []
    for levels in found.values():
        for level in levels:
            name, *rest = level.path(output_format="list")
            if rest:
                inside.append((str(name), str(rest[0])))
            else:
                (added if type(level.t1).__name__ == "NotPresent" else removed).add(str(name))
    return Answer(frozenset(removed), frozenset(added), _by_field(inside))


def _deepdiff_list_answer(found: Any) -> Answer:
    """Of lists the paths are numbers; the keys are those of the records above."""
    removed, added, inside = set(), set(), []
    for levels in found.values():
        for level in levels:
            path = level.path(output_format="list")
            row = level.all_up.down
            if len(path) > 1:
                inside.append((row.t1["key"], str(path[1])))
            elif type(level.t1).__name__ == "NotPresent":
                added.add(level.t2["key"])
            else:
                removed.add(level.t1["key"])
    return Answer(frozenset(removed), frozenset(added), _by_field(inside))


def _daff_tables(left: list[Record], right: list[Record]) -> Any:
    names = columns(left, right)
    return tuple([names, *([row[name] for name in names] for row in flat(rows, names))] for rows in (left, right))


def _daff(given: Any) -> Any:
    import daff

    old, new = (daff.PythonTableView(table) for table in given)
    flags = daff.CompareFlags()
    flags.ids = ["key"]
    flags.unchanged_context = 0
    found = daff.PythonTableView([])
    daff.TableDiff(daff.Coopy.compareTables(old, new, flags).align(), flags).hilite(found)
    return found.getData()


def _daff_answer(found: Any) -> Answer:
    head, *rows = [row for row in found if row[0] not in {"!", "...", ":"}]
    at = head.index("key")
    one = {mark: frozenset(str(row[at]) for row in rows if row[0] == mark) for mark in ("---", "+++")}
    inside = [
        (str(row[at]), str(head[place]))
        for row in rows
        if "->" in str(row[0])
        for place in range(1, len(row))
        if str(row[0]) in str(row[place])
    ]
    return Answer(one["---"], one["+++"], _by_field(inside))


FLOOR = Peer("keyed dictionaries (the floor)", _plain, floor, lambda found: found)

PEERS = (
    Peer("csv-diff", _csv_diff_rows, _csv_diff, _csv_diff_answer),
    Peer("dictdiffer, keyed", _keyed, _dictdiffer, _dictdiffer_answer),
    Peer("jsondiff, keyed", _keyed, _jsondiff, _jsondiff_answer),
    Peer("DeepDiff, keyed", _keyed, _deepdiff(), _deepdiff_answer),
    Peer("DeepDiff, group_by", _plain, _deepdiff(group_by="key"), _deepdiff_answer),
    Peer("daff", _daff_tables, _daff, _daff_answer),
)

SLOW = Peer("DeepDiff, ignore_order", _plain, _deepdiff(ignore_order=True), _deepdiff_list_answer)
"""Compares every record with every other one: minutes at a thousand, so it is asked with a limit of its own."""
