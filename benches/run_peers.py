"""The same job beside pandas, DuckDB, Python polars and R: python3 benches/run_peers.py [--rows N] [--rounds N] [--input FILE] [--only JOB] [--without JOB]

Every command runs in a process of its own, in turns, so that all suffer alike from whatever else the machine does. What is printed
is the median of the rounds: wall time, processor time, most memory, and ratios. Totals are compared: a peer that counts something else
ends the run. The program is built with optimisation (cargo build --release, cargo bench).

The input is invented (benches/peers/make_acled_like.py) and has the shape of an ACLED export. Peers are left out, and that is said,
where they are not installed: python3 -m venv env && env/bin/pip install pandas duckdb polars pyarrow matplotlib; in R: data.table and
ggplot2. Call this with env/bin/python3.
"""

import argparse
import csv
import glob
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
PEERS = HERE / "peers"
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
PROGRAM = TARGET / "release" / "incident-trends"
DUCKDB_COUNT = (
    "import sys, duckdb; print(duckdb.connect().execute(\"select sum(events)::bigint, sum(killed)::bigint from (select "
    "date_trunc('month', event_date::date) m, actor1, admin1, count(*) events, sum(fatalities) killed from "
    "read_csv('\" + sys.argv[1] + \"', header=true, auto_detect=true) group by all)\").fetchone())"
)


def run(command, quiet=True):
    """Wall seconds, processor seconds, peak kilobytes, and what it printed."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.monotonic()
        child = subprocess.Popen([str(part) for part in command], stdout=out, stderr=err, cwd=ROOT)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.monotonic() - began
        out.seek(0), err.seek(0)
        if status:
            sys.exit(f"{' '.join(map(str, command))} failed:\n{err.read().decode(errors='replace')[-2000:]}")
        return wall, used.ru_utime + used.ru_stime, used.ru_maxrss, out.read().decode()


def bench_program():
    subprocess.run(["cargo", "bench", "--bench", "briefing", "--no-run"], cwd=ROOT, check=True)
    built = [path for path in glob.glob(str(TARGET / "release" / "deps" / "briefing-*")) if not path.endswith(".d")]
    return max(built, key=os.path.getmtime)


def has(*command):
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False


def chart_totals(folder):
    with open(pathlib.Path(folder) / "all.csv", newline="") as table:
        rows = list(csv.DictReader(table))
    number = lambda text: float(text or 0)
    return sum(number(row["events"]) for row in rows), sum(number(row["killed"]) for row in rows)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rows", type=int, default=2_000_000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--input")
    options.add_argument("--only", help="jobs whose name holds this")
    options.add_argument("--without", help="leaves out jobs whose name holds this")
    options = options.parse_args()
    subprocess.run(["cargo", "build", "--release"], cwd=ROOT, check=True)
    briefing = bench_program()
    work = pathlib.Path(tempfile.mkdtemp(prefix="peers-"))
    try:
        table = pathlib.Path(options.input) if options.input else work / "incidents.csv"
        if not options.input:
            subprocess.run([sys.executable, PEERS / "make_acled_like.py", str(options.rows), table], check=True)
        measure(options, table, work, briefing)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def measure(options, table, work, briefing):
    python, cache = sys.executable, work / "cache"
    report = [PROGRAM, "report", table, "--quiet", "--out", work / "report"]
    jobs = {
        "wc -l": ["wc", "-l", table],
        "incident-trends: read and check": [briefing, "read", table],
        "incident-trends: hash, duplicates, counts": [briefing, "count", table],
        "incident-trends: 26 charts": [briefing, "charts", table, work / "own"],
        "incident-trends: full report": [*report, "--no-cache"],
        "incident-trends: full report, SVG only": [*report, "--no-cache", "--images", "svg"],
        "incident-trends: second check": [PROGRAM, "check", table, "--quiet", "--cache-dir", cache],
        "incident-trends: chart again": [
            PROGRAM, "chart", "frequency", table, "--quiet", "--cache-dir", cache, "-o", work / "again.svg",
        ],
    }
    if has(python, "-c", "import matplotlib"):
        jobs["import matplotlib.pyplot"] = [python, "-c", "import matplotlib.pyplot"]
    if has(python, "-c", "import duckdb"):
        jobs["DuckDB: counts"] = [python, "-c", DUCKDB_COUNT, table]
    for name in ("pandas", "duckdb", "polars"):
        if has(python, "-c", f"import pandas, matplotlib, {name}"):
            jobs[f"{name}: 26 charts"] = [python, PEERS / f"peer_{name}.py", table, work / name]
        else:
            print(f"left out: {name} is not installed", file=sys.stderr)
    if has("Rscript", "-e", "library(data.table); library(ggplot2)"):
        jobs["R: 26 charts"] = ["Rscript", PEERS / "peer_r.R", table, work / "R"]
    else:
        print("left out: R with data.table and ggplot2 is not installed", file=sys.stderr)
    if options.only:
        jobs = {name: command for name, command in jobs.items() if options.only in name}
    if options.without:
        jobs = {name: command for name, command in jobs.items() if options.without not in name}
    # Fills the cache that the second runs are about.
    for name in ("incident-trends: second check", "incident-trends: chart again"):
        if name in jobs:
            run(jobs[name])
    found = {name: [] for name in jobs}
    for number in range(options.rounds):
        for name, command in jobs.items():
            found[name].append(run(command))
            print(f"round {number + 1}: {name}: {found[name][-1][0]:.2f} s", file=sys.stderr)
    assert_equal(jobs, found, work)
    show(found, table)


def assert_equal(jobs, found, work):
    totals = {}
    for name in jobs:
        if name.endswith("hash, duplicates, counts"):
            said = json.loads(found[name][-1][3])
            totals[name] = (said["events"], said["killed"])
        elif name == "DuckDB: counts":
            totals[name] = tuple(float(n) for n in found[name][-1][3].strip("()\n ").split(","))
        elif name.endswith("26 charts"):
            folder = "own" if name.startswith("incident") else name.split(":")[0]
            totals[name] = chart_totals(work / folder)
            pictures = len(list((work / folder).glob("*.png")))
            assert pictures == 26, f"{name} drew {pictures} charts"
    assert len(set(totals.values())) <= 1, f"the totals differ: {totals}"
    print(f"equal totals: {sorted(set(totals.values()))}", file=sys.stderr)


def show(found, table):
    median = {name: [statistics.median(run[at] for run in runs) for at in range(3)] for name, runs in found.items()}
    columns = [name for name in ("wc -l", "DuckDB: counts", "import matplotlib.pyplot") if name in median]
    peers = [name for name in median if name.endswith("26 charts") and not name.startswith("incident")]
    if peers:
        fastest = min(peers, key=lambda name: median[name][0])
        columns.append(fastest)
    print(f"{table.stat().st_size / 1e9:.2f} GB, medians of {len(next(iter(found.values())))}\n")
    print("| job | wall s | processor s | most memory MB |" + "".join(f" times {name} |" for name in columns))
    print("|---|---|---|---|" + "---|" * len(columns))
    for name, (wall, processor, memory) in median.items():
        ratios = "".join(f" {wall / median[column][0]:.2f} |" for column in columns)
        print(f"| {name} | {wall:.2f} | {processor:.2f} | {memory / 1024:.0f} |{ratios}")


if __name__ == "__main__":
    main()
