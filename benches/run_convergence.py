"""The time of one pair of groups beside that of numpy and scipy: python3 benches/run_convergence.py [TIMES]

5,000 incidents of either group over six years, scattered around 60 towns, so that hardly two stand in one place; four distances
and four numbers of days, 999 moves. Both measure the same invented incidents in turn, each round in a process of its own; what
counts is the measuring, not the start or the reading. Prints medians and the ratio, and fails where the program takes more than
its share, or where the two disagree: what was near must be equal, and the exact mean over all moves that of the drawn ones.
Then the memory of the worst case, all incidents in one place, and of scattered ones. Needs numpy and scipy:
python3 -m venv env && env/bin/pip install numpy scipy.
"""

import json
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# What is asked of the program: at most this share of numpy's time.
ALLOWED = 1 / 30
INCIDENTS, DAYS, TOWNS, MOVES = 5_000, 6 * 365 + 2, 60, 999
# How often a process measures; the first time of each is left out, since caches are cold.
EACH = 2
# Standard errors by which the mean of numpy's moves may miss the exact one.
ERRORS = 5


def scattered(incidents):
    noise = random.Random(20261130)
    towns = [(noise.uniform(24.0, 36.0), noise.uniform(61.5, 74.5)) for _ in range(TOWNS)]
    # A few towns see most of it.
    weights = [1 / (1 + rank) ** 0.8 for rank in range(TOWNS)]

    def incident():
        latitude, longitude = noise.choices(towns, weights)[0]
        return noise.randrange(DAYS), latitude + noise.gauss(0, 0.12), longitude + noise.gauss(0, 0.14)

    return [incident() for _ in range(incidents)], [incident() for _ in range(incidents)]


def in_one_place(incidents):
    noise = random.Random(20261130)
    group = [(noise.randrange(DAYS), 30.2, 67.0) for _ in range(2 * incidents)]
    return group[:incidents], group[incidents:]


def write(folder, name, groups):
    spec = {"a": groups[0], "b": groups[1], "first_day": 0, "last_day": DAYS - 1}
    spec |= {"kilometres": [5.0, 10.0, 25.0, 50.0], "days": [1, 3, 5, 7], "moves": MOVES}
    path = pathlib.Path(folder, f"{name}.json")
    path.write_text(json.dumps(spec))
    return str(path)


def told(command):
    done = subprocess.run(command, cwd=HERE.parent, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def ours(data, times):
    return told(["cargo", "bench", "--quiet", "--bench", "convergence", "--", data, str(times)])


def numpys(data, pairs):
    return told([sys.executable, str(HERE / "convergence_numpy.py"), data, str(EACH), pairs])


def agree(mine, other):
    assert mine["clusters"] == other["clusters"], (mine["clusters"], other["clusters"])
    assert mine["near"] == other["near"], (mine["near"], other["near"])
    for expected, mean, sd in zip(mine["expected"], other["mean"], other["sd"]):
        assert abs(expected - mean) <= ERRORS * sd / MOVES**0.5 + 1e-9, (expected, mean, sd)


def megabytes(told):
    return (told["kilobytes"]["peak"] - told["kilobytes"]["before"]) / 1024


def main():
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        data = write(folder, "scattered", scattered(INCIDENTS))
        ours(data, EACH)
        rounds = {"ours": [], "all": [], "soon": []}
        for _ in range(times):
            mine = ours(data, EACH)
            rounds["ours"].append(mine)
            for pairs in ("all", "soon"):
                other = numpys(data, pairs)
                agree(mine, other)
                rounds[pairs].append(other)
        spent = {name: statistics.median(told["seconds"][-1] for told in done) for name, done in rounds.items()}
        print(f"{INCIDENTS} x {INCIDENTS} incidents, {MOVES} moves, 4 x 4 questions: {spent['ours'] * 1000:.0f} ms")
        for pairs, name in (("all", "numpy"), ("soon", "numpy without the pairs that no move brings close in time")):
            last = rounds[pairs][-1]
            print(
                f"  {name}: {spent[pairs] * 1000:.0f} ms, {last['pairs']} pairs, {megabytes(last):.0f} MB: "
                f"1/{spent[pairs] / spent['ours']:.1f} of its time"
            )
        print(f"  (allowed: 1/{1 / ALLOWED:.0f} of the first; memory of the program {megabytes(mine):.0f} MB)")
        print("Memory beyond the incidents as they were read, MB:")
        for incidents in (5_000, 10_000, 20_000):
            place = ours(write(folder, f"place-{incidents}", in_one_place(incidents)), 1)
            apart = ours(write(folder, f"apart-{incidents}", scattered(incidents)), 1)
            print(f"  {incidents}: in one place {megabytes(place):.1f}, scattered {megabytes(apart):.1f}")
        print(f"  numpy, 5000 in one place: {megabytes(numpys(str(pathlib.Path(folder, 'place-5000.json')), 'all')):.0f}")
    sys.exit(0 if spent["ours"] <= spent["all"] * ALLOWED else 1)


if __name__ == "__main__":
    main()
