"""A cluster of two worker processes gives what one process gives, byte for byte, also where a worker is killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAD = "format: 2\nid: {0}\ntitle: {0}\ndate: 2026-01-15\ncoverage: complete\nterms:\n"
TERMS = "- force-limit: UA\n  personnel: {0}\n- territory-status: UA-43\n  recognition: {1}\n- neutrality: UA\n"

SCRIPT = """
import os, signal, sys
from pathlib import Path
import proposals
from proposals.corpus import blocks, nearest_among, write_pairs
from distributed import Client, LocalCluster

def written(folder):
    # What a killed worker was writing stays beside, under a name of its own.
    return {path.name: path.read_bytes() for path in folder.glob("*.parquet")}

def killing(done, count):
    for number, one in enumerate(done):
        if number == 1:
            os.kill(processes()[0], signal.SIGKILL)
        yield one

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    blocks._LEAST = 4
    library = proposals.open_library()
    alone = write_pairs([folder / "plans"], folder / "alone", library)
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        address = cluster.scheduler_address
        with Client(cluster) as client:
            processes = lambda: list(client.run(os.getpid).values())
            assert len(set(processes())) == 2 and os.getpid() not in processes()
            spread = write_pairs([folder / "plans"], folder / "spread", library, scheduler=address)
            killed = write_pairs([folder / "plans"], folder / "killed", library, scheduler=address, watch=killing)
            assert alone.pairs == spread.pairs == killed.pairs > 500
            assert written(folder / "alone") == written(folder / "spread") == written(folder / "killed")
            plan = library.load(folder / "plans" / "plan-3.yaml")
            one, other = (nearest_among(plan, [folder / "plans"], 5, library, scheduler=at) for at in (None, address))
            assert one == other and len(one[0].neighbours) == 5
            checks = [proposals.check_all([str(folder / "plans")], library, scheduler=at) for at in (None, address)]
            assert checks[0] == checks[1]
    print("the same")
"""


def test_two_worker_processes_give_the_same_bytes_also_after_one_is_killed(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    for number in range(40):
        terms = TERMS.format(number * 10_000, "de jure" if number % 3 else "de facto")
        (tmp_path / "plans" / f"plan-{number}.yaml").write_text(HEAD.format(f"plan-{number}") + terms)
    (tmp_path / "plans" / "wrong.yaml").write_text("title: no plan\n")
    (tmp_path / "script.py").write_text(SCRIPT)
    command = [sys.executable, str(tmp_path / "script.py"), str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300)  # noqa: S603
    assert done.stdout.endswith("the same\n"), done.stdout + done.stderr
