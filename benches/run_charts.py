"""The time of 40 charts beside that of matplotlib: python3 benches/run_charts.py [TIMES]

Both draw the same invented numbers as SVG and as PNG of 1200 x 600 pixels, in turn, each round in a process of its own; what
counts is the drawing, not the start of either. Prints the median of the rounds and the ratio. The program is built with
optimisation (cargo bench). Needs matplotlib: python3 -m venv env && env/bin/pip install matplotlib.
"""

import json
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# How often a process draws all charts; the first time of each is left out, since caches are cold.
EACH = 3
# What is asked of the program: at most this share of matplotlib's time.
ALLOWED = {"svg": 1 / 100, "png": 1 / 4}
KINDS = ["columns"] * 10 + ["lines"] * 8 + ["multiples"] * 8 + ["heatmap"] * 6 + ["bars"] * 4 + ["stack"] * 4
MONTHS = 60


def walk(noise, level, length=MONTHS):
    mean, row = level, []
    for _ in range(length):
        mean = max(level * 0.2, mean + (noise.random() - 0.48) * level * 0.3)
        row.append(float(round(mean * (0.7 + 0.6 * noise.random()))))
    return row


def mean(row):
    return [sum(row[max(0, at - 11) : at + 1]) / min(12, at + 1) for at in range(len(row))]


def charts():
    noise, made = random.Random(20261031), []
    for at, kind in enumerate(KINDS):
        rows = {"columns": 1, "lines": 6, "multiples": 12, "heatmap": 14, "bars": 12, "stack": 6}[kind]
        names = [f"Province {row + 1} of the River" for row in range(rows)]
        values = [walk(noise, 10 + 8 * row, 2 if kind == "bars" else MONTHS) for row in range(rows)]
        if kind == "columns":
            names, values = ["Incidents", "Mean of 12 months"], [values[0], mean(values[0])]
        made.append(
            {
                "id": f"chart-{at + 1}",
                "kind": kind,
                "title": f"Chart {at + 1}: incidents rose in the year to December 2026",
                "subtitle": "Incidents per month, Nowhere, 1 January 2022 to 31 December 2026",
                "caption": "Source: invented numbers of an invented country; data to 31 December 2026.",
                "names": names,
                "values": values,
            }
        )
    return made


def spent(command):
    done = subprocess.run(command, cwd=HERE.parent, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def main():
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    made = charts()
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder, "charts.json")
        data.write_text(json.dumps(made))
        ours, theirs = {"svg": [], "png": []}, {"svg": [], "png": []}
        arguments = [str(data), folder, str(EACH)]
        cargo = ["cargo", "bench", "--quiet", "--bench", "charts", "--"] + arguments
        matplotlib = [sys.executable, str(HERE / "charts_matplotlib.py")] + arguments
        spent(cargo)
        for _ in range(times):
            for command, into in ((cargo, ours), (matplotlib, theirs)):
                for ending, seconds in spent(command).items():
                    into[ending] += seconds[1:]
        kept = True
        for ending, allowed in ALLOWED.items():
            mine, other = statistics.median(ours[ending]), statistics.median(theirs[ending])
            kept &= mine <= other * allowed
            print(
                f"{len(made)} charts as {ending.upper()}: {mine * 1000:.0f} ms, matplotlib {other * 1000:.0f} ms: "
                f"1/{other / mine:.0f} of its time (allowed: 1/{1 / allowed:.0f})"
            )
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
