"""Thousands of documents: time and memory of reading, indexing, nearest and all pairs, beside what others take.

``python tests/benchmarks/corpus.py 5000 200`` for 5,000 documents, of which 200 are compared each with each. Every row
is a process of its own: its processor time, and the most memory that it held. What Python and the imports take is in
every row, and is the first. ``gower`` and pandas are needed.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import combinations, islice
from pathlib import Path
from typing import Any, Final

import yaml
from corpora import write
from measuring import table

_K: Final = 10


def _library(folder: Path) -> Any:
    from proposals import open_library

    return open_library([folder], alone=False)


def _own(folder: Path) -> Any:
    return _library(folder).own[0]


def _names(folder: Path) -> list[str]:
    return [*_own(folder).paths]


def _plain(folder: Path) -> list[dict[str, Any]]:
    """The documents as dictionaries of stated values, by term and field."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / "json").iterdir())]


def _alike(one: dict[str, Any], other: dict[str, Any]) -> float | None:
    """The share of the values that both state and that are equal."""
    both = one.keys() & other.keys()
    return sum(one[name] == other[name] for name in both) / len(both) if both else None


def as_json(folder: Path) -> None:
    """Write the documents as JSON for those who read nothing else."""
    (folder / "json").mkdir()
    for path in sorted((folder / "proposals").iterdir()):
        held = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        values = {}
        for term in held["terms"]:
            kind, about = next(iter(term.items()))
            subject = "/".join(about.values()) if isinstance(about, dict) else about
            rest = {name: value for name, value in term.items() if name not in {kind, "cite"}}
            values |= {f"{kind}/{subject}/{name}": value for name, value in rest.items()}
        (folder / "json" / f"{path.stem}.json").write_text(json.dumps(values), encoding="utf-8")


def nothing(folder: Path, _pairs: int) -> str:
    """What Python and the imports take."""
    return str(len(_own(folder).paths))


def bare_load(folder: Path, _pairs: int) -> str:
    """json.load of every document."""
    return str(len(_plain(folder)))


def load(folder: Path, _pairs: int) -> str:
    """Read and check every document; each is dropped as the next is read."""
    from proposals import load_many

    return str(sum(one.document is not None for one in load_many(_names(folder), _library(folder))))


def load_and_keep(folder: Path, _pairs: int) -> str:
    """The same, with all kept in memory."""
    from proposals import load_many

    return str(len([*load_many(_names(folder), _library(folder))]))


def _index(folder: Path) -> Any:
    from proposals.corpus import kept_index

    library = _library(folder)
    return kept_index(library.own[0], library)[0]


def index(folder: Path, _pairs: int) -> str:
    """Make the index, which is kept."""
    return str(len(_index(folder).order))


def index_again(folder: Path, _pairs: int) -> str:
    """Open it again after one document has changed."""
    _change(folder)
    return str(len(_index(folder).order))


def _change(folder: Path) -> None:
    """Change the title of the second document."""
    path = folder / "proposals" / f"{_names(folder)[1]}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: New ", 1), encoding="utf-8")


def index_list(folder: Path, _pairs: int) -> str:
    """What a list says of every document, from the index."""
    return str(len(_index(folder).heads()))


def index_find(folder: Path, _pairs: int) -> str:
    """The documents with two words, from the index."""
    return f"{len(_index(folder).find('railway7 harbour3')):,} found"


def index_questions(folder: Path, _pairs: int) -> str:
    """In how many documents each question is addressed, from the index."""
    from proposals.corpus import addressed

    return f"{len(addressed([_index(folder)]))} questions"


def bare_nearest(folder: Path, _pairs: int) -> str:
    """json.load of every document, and the share of equal values of one with each."""
    held = _plain(folder)
    found = sorted(((_alike(held[0], one) or 0, at) for at, one in enumerate(held[1:])), reverse=True)
    return str(len(found[:_K]))


def _nearest(folder: Path) -> str:
    from proposals.corpus import nearest_among

    library, names = _library(folder), _names(folder)
    found, wrong = nearest_among(library.load(names[0]), names, _K, library)
    return f"{found.unranked:,} of {found.total:,} not ranked" if not wrong else "wrong files"


def nearest(folder: Path, _pairs: int) -> str:
    """Read every document, and the ten that are the nearest to one."""
    return _nearest(folder)


def index_nearest(folder: Path, _pairs: int) -> str:
    """The same with an index."""
    return _nearest(folder)


def index_nearest_again(folder: Path, _pairs: int) -> str:
    """The same with an index, after one document has changed."""
    _change(folder)
    return _nearest(folder)


def by_question(folder: Path, _pairs: int) -> str:
    """Three named documents side by side by question."""
    from proposals import matrix

    library = _library(folder)
    return f"{len(matrix(map(library.load, _names(folder)[:3])).questions)} questions"


def bare_pairs(folder: Path, pairs: int) -> str:
    """json.load of some documents, and the share of equal values of every two."""
    held = _plain(folder)[:pairs]
    return f"{sum(_alike(one, other) is not None for one, other in combinations(held, 2)):,} pairs"


def gower_pairs(folder: Path, pairs: int) -> str:
    """The same documents as a table of nominal columns, and gower.gower_matrix."""
    import gower
    import pandas as pd

    frame = pd.DataFrame(_plain(folder)[:pairs], dtype=object)
    matrix = gower.gower_matrix(frame, cat_features=[True] * len(frame.columns))
    return f"{len(matrix) * (len(matrix) - 1) // 2:,} pairs"


def pairs(folder: Path, pairs: int) -> str:
    """Every two of some documents, with count and range, as Parquet."""
    from proposals.corpus import write_pairs

    library = _library(folder)
    with tempfile.TemporaryDirectory() as into:
        done = write_pairs(islice(library.own[0].paths, pairs), into, library)
    return f"{done.pairs:,} pairs"


PHASES: Final[tuple[Callable[[Path, int], str], ...]] = (
    nothing, bare_load, load, load_and_keep, by_question, bare_nearest, nearest,
    index, index_again, index_list, index_find, index_questions, index_nearest, index_nearest_again,
    bare_pairs, gower_pairs, pairs,
)  # fmt: skip
"""The phases in their order: those that follow ``index`` have one."""


def _measured(phase: str, folder: Path, pairs: int) -> list[str]:
    """What a phase takes in a process of its own."""
    command = [sys.executable, __file__, phase, str(folder), str(pairs)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)  # noqa: S603
    seconds, megabytes, told = done.stdout.strip().splitlines()[-1].split("|")
    return [f"{float(seconds):.1f}", f"{float(megabytes):,.0f}", told]


def main(count: int, pairs: int) -> None:
    """Print a row for each phase."""
    with tempfile.TemporaryDirectory() as made:
        folder = write(Path(made) / "corpus", count)
        as_json(folder)
        rows = [[str(phase.__doc__).rstrip("."), *_measured(phase.__name__, folder, pairs)] for phase in PHASES]
        size = (folder / "index.sqlite").stat().st_size / 1e6
    print(table([f"{count:,} documents of 20 terms", "s", "MB", "answer"], rows))
    print(f"The index has {size:.1f} MB.")


if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1].isidentifier():
        chosen = next(phase for phase in PHASES if phase.__name__ == sys.argv[1])
        answer = chosen(Path(sys.argv[2]), int(sys.argv[3]))
        used = resource.getrusage(resource.RUSAGE_SELF)
        print(f"{used.ru_utime + used.ru_stime}|{used.ru_maxrss / 1024}|{answer}")
    else:
        given = [int(one) for one in sys.argv[1:]]
        main(*(given or [5000, 200]))
