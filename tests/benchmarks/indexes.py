"""In what an index of a corpus is kept: SQLite, DuckDB and Parquet with the same rows and the same answers.

``python tests/benchmarks/indexes.py 5000``. DuckDB and pyarrow are needed; DuckDB's own full-text index is an extension
that it fetches from the network, so that it searches by scanning.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import attrs
from corpora import texts
from measuring import Work, milliseconds, seconds, table

_QUESTIONS = 43
_SOUGHT = ("railway7", "harbour3")
_BY_INDEX = f"""
SELECT id FROM words JOIN document ON document.rowid = words.rowid
WHERE words MATCH '{" AND ".join(_SOUGHT)}' ORDER BY id
"""  # noqa: S608 -- words of our own
_HAS = " AND ".join(rf"regexp_matches(text, '\b{word}\b')" for word in _SOUGHT)
_BY_SCAN = f"SELECT id FROM document WHERE {_HAS} ORDER BY id"  # noqa: S608 -- words of our own
_Row = tuple[str, str, str, str]


def rows(count: int) -> list[_Row]:
    """Of each document its id, its head as JSON, the text that is searched, and the questions that it answers."""
    random = Random(3)  # noqa: S311 -- the same rows in every run
    made = []
    for name, text in texts(count):
        head = {"id": name, "title": text[40:80], "date": "2020-01-01", "gaps": [], "terms_known": 20}
        answered = " ".join(f"q{number}" for number in sorted(random.sample(range(_QUESTIONS), 6)))
        made.append((name, json.dumps(head), text[text.index("summary") :], answered))
    return made


@attrs.frozen
class Engine:
    """A way to keep the rows: ``build`` writes a file, the others answer from it."""

    name: str
    build: Callable[[Path, Sequence[_Row]], None]
    heads: Callable[[Path], int]
    find: Callable[[Path], list[str]]
    counts: Callable[[Path], dict[str, int]]


def _sqlite_build(path: Path, held: Sequence[_Row]) -> None:
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE document (id TEXT PRIMARY KEY, head TEXT)")
        made.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='unicode61 remove_diacritics 2')")
        made.execute("CREATE TABLE answer (question TEXT, document INTEGER)")
        made.executemany("INSERT INTO document VALUES (?, ?)", ((name, head) for name, head, _, _ in held))
        made.executemany("INSERT INTO words VALUES (?)", ((text,) for _, _, text, _ in held))
        answers = ((one, at) for at, (_, _, _, answered) in enumerate(held) for one in answered.split())
        made.executemany("INSERT INTO answer VALUES (?, ?)", answers)
    made.close()


def _sqlite(path: Path, asked: str) -> list[Any]:
    opened = sqlite3.connect(path)
    found = opened.execute(asked).fetchall()
    opened.close()
    return found


SQLITE = Engine(
    "SQLite",
    _sqlite_build,
    lambda path: len([json.loads(head) for (head,) in _sqlite(path, "SELECT head FROM document ORDER BY rowid")]),
    lambda path: [
        name
        for (name,) in _sqlite(
            path,
            _BY_INDEX,
        )
    ],
    lambda path: dict(_sqlite(path, "SELECT question, count(*) FROM answer GROUP BY question")),
)


def _duckdb_build(path: Path, held: Sequence[_Row]) -> None:
    import duckdb
    import pyarrow as pa

    path.unlink(missing_ok=True)
    made = duckdb.connect(str(path))
    documents = pa.table({name: [row[at] for row in held] for at, name in enumerate(("id", "head", "text"))})
    pairs = [(one, at) for at, row in enumerate(held) for one in row[3].split()]
    answers = pa.table({"question": [one for one, _ in pairs], "document": [at for _, at in pairs]})
    made.register("documents", documents)
    made.register("answers", answers)
    made.execute("CREATE TABLE document AS SELECT * FROM documents")
    made.execute("CREATE TABLE answer AS SELECT * FROM answers")
    made.close()


def _duckdb(path: Path, asked: str) -> list[Any]:
    import duckdb

    opened = duckdb.connect(str(path), read_only=True)
    found: list[Any] = opened.execute(asked).fetchall()
    opened.close()
    return found


DUCKDB = Engine(
    "DuckDB",
    _duckdb_build,
    lambda path: len([json.loads(head) for (head,) in _duckdb(path, "SELECT head FROM document")]),
    lambda path: [
        name
        for (name,) in _duckdb(
            path,
            _BY_SCAN,
        )
    ],
    lambda path: dict(_duckdb(path, "SELECT question, count(*) FROM answer GROUP BY question")),
)


def _parquet_build(path: Path, held: Sequence[_Row]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    names = ("id", "head", "text", "answered")
    pq.write_table(pa.table({name: [row[at] for row in held] for at, name in enumerate(names)}), path)


def _parquet(path: Path, column: str) -> Any:
    import pyarrow.parquet as pq

    return pq.read_table(path, columns=["id", column])


def _parquet_find(path: Path) -> list[str]:
    import pyarrow.compute as pc

    held = _parquet(path, "text")
    for word in _SOUGHT:
        held = held.filter(pc.match_substring_regex(held["text"], rf"\b{word}\b"))
    return sorted(held["id"].to_pylist())


def _parquet_counts(path: Path) -> dict[str, int]:
    import pyarrow.compute as pc

    split = pc.list_flatten(pc.split_pattern(_parquet(path, "answered")["answered"].combine_chunks(), " "))
    return {one["values"]: one["counts"] for one in pc.value_counts(split).to_pylist()}


PARQUET = Engine(
    "Parquet",
    _parquet_build,
    lambda path: len([json.loads(head) for head in _parquet(path, "head")["head"].to_pylist()]),
    _parquet_find,
    _parquet_counts,
)
ENGINES = (SQLITE, DUCKDB, PARQUET)


def main(count: int, rounds: int = 5) -> None:
    """Print a table; every engine has to give the same answers."""
    held = rows(count)
    with tempfile.TemporaryDirectory() as folder:
        paths = {one.name: Path(folder) / one.name for one in ENGINES}
        built = seconds({one.name: Work(lambda: held, partial(one.build, paths[one.name])) for one in ENGINES}, rounds)
        answers = [
            (one.heads(paths[one.name]), one.find(paths[one.name]), one.counts(paths[one.name])) for one in ENGINES
        ]
        if any(answer != answers[0] for answer in answers):
            raise AssertionError("the engines give different answers")
        taken = [
            seconds({one.name: Work(lambda one=one: paths[one.name], getattr(one, what)) for one in ENGINES}, rounds)
            for what in ("heads", "find", "counts")
        ]
        printed = [
            [
                one.name,
                milliseconds(built[one.name]),
                f"{paths[one.name].stat().st_size / 1e6:.1f}",
                *(milliseconds(times[one.name]) for times in taken),
            ]
            for one in ENGINES
        ]
    print(table([f"{count:,} documents", "build ms", "MB", "all heads ms", "two words ms", "by question ms"], printed))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 5000)
