"""Keep the public API, a comparison and an error as this version has them: ``python tests/kept/keep.py``.

They go into a folder that is called by the version, which a release writes for the last time. The tests hold the code
of today against every such folder.
"""

from __future__ import annotations

import pickle
from contextlib import chdir
from pathlib import Path
from typing import Any

from surface import surface

import proposals

HERE = Path(__file__).parent
PROTOCOL = 4
"""The newest form of pickles that Python 3.11 writes by default."""


class _Portable(pickle.Pickler):
    """Writes of the bundled files where they are in the package, and no folder of this machine."""

    def reducer_override(self, held: Any) -> Any:
        if isinstance(held, proposals.Location) and Path(held.file).is_absolute():
            return proposals.Location, (Path(held.file).name, held.line, held.column)
        return NotImplemented


def keep(folder: Path) -> None:
    """Write the files of one version, from two documents in which every relation and scale occurs, and a wrong one."""
    folder.mkdir(exist_ok=True)
    for name in ("left.yaml", "right.yaml", "wrong.yaml"):
        (folder / name).write_bytes((HERE.parent / "golden" / name).read_bytes())
    with chdir(folder):
        comparison = proposals.compare(proposals.load("left.yaml"), proposals.load("right.yaml"))
        error = proposals.InvalidProposalError(proposals.problems_of("wrong.yaml"))
    (folder / "api.txt").write_text("\n".join([*surface(), ""]), encoding="utf-8")
    (folder / "comparison.json").write_text(proposals.to_json(comparison), encoding="utf-8")
    for name, held in (("comparison", comparison), ("error", error)):
        with (folder / f"{name}.pickle").open("wb") as file:
            _Portable(file, protocol=PROTOCOL).dump(held)


if __name__ == "__main__":
    keep(HERE / proposals.__version__)
