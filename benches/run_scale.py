"""Time and memory of reading and counting against rows: python3 benches/run_scale.py [--step N] [--rounds N] [--input FILE]

Counts the first N, 2 N ... 5 N rows of one invented table (benches/peers/make_acled_like.py) in turns, prints the medians, seconds a
row against the smallest and bytes for each further row, and draws them as benches/scale.svg.
"""

import argparse
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

from run_peers import PEERS, bench_program, run

HERE = pathlib.Path(__file__).resolve().parent
STEPS = 5


def cut(whole, sizes, folder):
    """The first rows of a table as tables of their own; a record that goes on over several lines is not cut."""
    files = {rows: folder / f"{rows}.csv" for rows in sizes}
    outs = {rows: open(path, "wb") for rows, path in files.items()}
    found = -1
    with open(whole, "rb") as lines:
        for line in lines:
            if line.startswith(b"XXX") or found < 0:
                found += 1
                if found > max(sizes):
                    break
            for rows, out in outs.items():
                if found <= rows:
                    out.write(line)
    for out in outs.values():
        out.close()
    return files


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--step", type=int, default=2_000_000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--input")
    options = options.parse_args()
    briefing = bench_program()
    sizes = [options.step * number for number in range(1, STEPS + 1)]
    work = pathlib.Path(tempfile.mkdtemp(prefix="scale-"))
    try:
        whole = pathlib.Path(options.input) if options.input else work / "whole.csv"
        if not options.input:
            subprocess.run([sys.executable, PEERS / "make_acled_like.py", str(sizes[-1]), whole], check=True)
        files = cut(whole, sizes, work)
        found = {rows: [] for rows in sizes}
        for _ in range(options.rounds):
            for rows in sizes:
                found[rows].append(run([briefing, "count", files[rows]]))
                assert json.loads(found[rows][-1][3])["events"] == rows
        wall = [statistics.median(one[0] for one in found[rows]) for rows in sizes]
        memory = [statistics.median(one[2] for one in found[rows]) * 1024 for rows in sizes]
        show(sizes, wall, memory, work, briefing)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def show(sizes, wall, memory, work, briefing):
    print("| rows | wall s | seconds a row, the smallest = 1 | most memory MB | bytes each further row |")
    print("|---|---|---|---|---|")
    for at, rows in enumerate(sizes):
        slope = (memory[at] - memory[0]) / (rows - sizes[0]) if at else float("nan")
        a_row = (wall[at] / rows) / (wall[0] / sizes[0])
        further = f"{slope:.0f}" if at else ""
        print(f"| {rows:,} | {wall[at]:.2f} | {a_row:.2f} | {memory[at] / 1e6:.0f} | {further} |")
    slope = (memory[-1] - memory[0]) / (sizes[-1] - sizes[0])
    measured = {
        "title": f"Time grows in a straight line, memory by {slope:.0f} bytes a row",
        "subtitle": "Reading and counting rows of an ACLED export, two cores",
        "caption": "Source: benches/run_scale.py on invented rows",
        "rows": [f"{rows / 1e6:g} million rows" for rows in sizes],
        "seconds": wall,
        "megabytes": [bytes_ / 1e6 for bytes_ in memory],
    }
    data = work / "measured.json"
    data.write_text(json.dumps(measured))
    run([briefing, "draw", data, HERE / "scale.svg"])


main()
