"""Measures one pair of groups with numpy and scipy and prints how long it took; run_convergence.py calls it.

Arguments: the data file, how often, and "all" or "soon". Prints {"seconds": [...], "pairs": n, "clusters": n, "near": [...],
"mean": [...], "sd": [...], "p": [...], "kilobytes": {"before": n, "peak": n}}; numbers by distance and then by days.

The same as the program: clusters within 10 km and 3 days, cut at 14 days; moved within fixed windows of 28 days that stay inside
the time; B's incidents near one of A, for every distance and number of days; p of every cell and of the smallest. It does less:
no order of the two groups, no interval, no course over time. Vectorised as far as goes: pairs near in space are found once with
k-d trees on unit vectors and sorted by incident and ring of distance; a move is one subtraction over the pairs (16-bit), one
minimum.reduceat, one minimum.accumulate over the rings and one comparison for all days at once. "soon" also drops beforehand
the pairs that no move can bring close in time, which takes knowing that a move is short.
"""

import json
import resource
import sys
import time

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

RADIUS = 6371.0088
LINK_KM, LINK_DAYS, LONGEST, WINDOW = 10.0, 3, 14, 28


def chord(km):
    return 2 * np.sin(km / (2 * RADIUS))


def vectors(group):
    latitude, longitude = np.radians(group[:, 1]), np.radians(group[:, 2])
    cosine = np.cos(latitude)
    return np.column_stack([cosine * np.cos(longitude), cosine * np.sin(longitude), np.sin(latitude)])


def clusters(days, tree):
    """The cluster of every incident, and the first and last day of each; incidents are sorted by day."""
    links = tree.query_pairs(chord(LINK_KM), output_type="ndarray")
    links = links[np.abs(days[links[:, 0]] - days[links[:, 1]]) <= LINK_DAYS]
    graph = coo_matrix((np.ones(len(links), bool), (links[:, 0], links[:, 1])), shape=(len(days),) * 2)
    chains = connected_components(graph, directed=False)[1]
    of, first, last, open_chain = np.empty(len(days), np.int64), [], [], {}
    for at, (chain, day) in enumerate(zip(chains.tolist(), days.tolist())):
        cluster = open_chain.get(chain)
        if cluster is None or day - first[cluster] >= LONGEST:
            cluster = open_chain[chain] = len(first)
            first.append(day)
            last.append(day)
        of[at], last[cluster] = cluster, day
    return of, np.array(first), np.array(last)


def measured(spec, soon):
    a = np.array(sorted(map(tuple, spec["a"])))
    b = np.array(sorted(map(tuple, spec["b"])))
    a_days, b_days = a[:, 0].astype(np.int32), b[:, 0].astype(np.int32)
    a_tree, b_tree = cKDTree(vectors(a)), cKDTree(vectors(b))
    of, first, last = clusters(b_days, b_tree)
    start = first // WINDOW * WINDOW
    earliest = np.maximum(start, spec["first_day"])
    latest = np.minimum(start + WINDOW - 1, spec["last_day"] - (last - first))

    rings = chord(np.array(spec["kilometres"]))
    near = b_tree.sparse_distance_matrix(a_tree, rings[-1], output_type="coo_matrix")
    ours, theirs, apart = near.row, near.col, near.data
    offset = b_days[ours] - a_days[theirs]
    if soon:
        kept = np.abs(offset) < WINDOW + spec["days"][-1]
        ours, apart, offset = ours[kept], apart[kept], offset[kept]
    segment = ours.astype(np.int64) * len(rings) + np.searchsorted(rings, apart)
    order = np.argsort(segment, kind="stable")
    segment, ours, offset = segment[order], ours[order], offset[order].astype(np.int16)
    starts = np.flatnonzero(np.r_[True, segment[1:] != segment[:-1]])
    filled = segment[starts]
    days = np.array(spec["days"], np.int16)
    closest = np.full((len(b_days), len(rings)), np.iinfo(np.int16).max, np.int16)

    def count(shift):
        between = np.abs(offset + shift[ours])
        closest.reshape(-1)[filled] = np.minimum.reduceat(between, starts)
        nearest = np.minimum.accumulate(closest, axis=1)
        return (nearest[:, :, None] <= days).sum(axis=0).reshape(-1)

    observed = count(np.zeros(len(b_days), np.int16))
    random = np.random.default_rng(1)
    moved = np.empty((spec["moves"], len(observed)), np.int64)
    for row in moved:
        to = random.integers(earliest, latest, endpoint=True)
        row[:] = count((to - first).astype(np.int16)[of])
    # p of every cell, and of the smallest among them, held against the smallest of every move.
    everything = np.vstack([moved, observed])
    ps = np.empty(everything.shape)
    for cell, values in enumerate(everything.T):
        ps[:, cell] = (len(values) - np.searchsorted(np.sort(values), values)) / len(values)
    smallest = ps.min(axis=1)
    return {
        "pairs": len(ours),
        "clusters": len(first),
        "near": observed.tolist(),
        "mean": moved.mean(axis=0).tolist(),
        "sd": moved.std(axis=0).tolist(),
        "p": ps[-1].tolist(),
        "whole_p": float((smallest <= smallest[-1]).mean()),
    }


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main():
    data, times, pairs = sys.argv[1:4]
    with open(data) as file:
        spec = json.load(file)
    before, seconds = peak(), []
    for _ in range(int(times)):
        began = time.perf_counter()
        result = measured(spec, pairs == "soon")
        seconds.append(time.perf_counter() - began)
    print(json.dumps({"seconds": seconds, "kilobytes": {"before": before, "peak": peak()}, **result}))


if __name__ == "__main__":
    main()
