"""Draws the charts of a data file with matplotlib and prints how long it took; run_charts.py calls it.

Arguments: the data file, a folder for the pictures, how often. Prints {"svg": [seconds, ...], "png": [...]}. As fast as
matplotlib is without tricks: the Agg and SVG backends without pyplot, real text in SVG, no bounding box to be searched.
"""

import json
import os
import sys
import time

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

matplotlib.rcParams["svg.fonttype"] = "none"

# 12 x 6 inches at 100 dots: 1200 x 600 pixels.
SIZE, DOTS = (12, 6), 100
BLUE, GREY = "#1f6fb4", "#7c848b"
COLOURS = ["#0072b2", "#e69f00", "#009e73", "#aa4499", "#56b4e9", "#8c6d31", "#332288", "#99a82e"]


def years(axes, length):
    axes.set_xticks(range(0, length, 12))
    axes.set_xticklabels([str(2022 + month // 12) for month in range(0, length, 12)])
    axes.spines[["top", "right"]].set_visible(False)


def draw(chart):
    figure = Figure(figsize=SIZE, dpi=DOTS)
    FigureCanvasAgg(figure)
    names, values, kind = chart["names"], chart["values"], chart["kind"]
    length = len(values[0])
    if kind == "multiples":
        grid = figure.subplots(3, 4, sharex=True, sharey=True).flat
        for axes, name, row in zip(grid, names, values):
            axes.bar(range(length), row, color=BLUE)
            axes.set_title(name, fontsize=9, loc="left")
            years(axes, length)
    else:
        axes = figure.subplots()
        if kind == "columns":
            axes.bar(range(length), values[0], color=BLUE)
            axes.plot(range(length), values[1], color=GREY)
            axes.annotate(names[1], (length - 1, values[1][-1]), color=GREY)
            axes.grid(axis="y")
            years(axes, length)
        elif kind == "lines":
            for at, (name, row) in enumerate(zip(names, values)):
                colour = COLOURS[at % len(COLOURS)]
                axes.plot(range(length), row, color=colour)
                axes.annotate(name, (length - 1, row[-1]), color=colour)
            axes.grid(axis="y")
            years(axes, length)
        elif kind == "heatmap":
            image = axes.pcolormesh(values, cmap="Blues", edgecolors="white", linewidth=0.5)
            figure.colorbar(image, ax=axes)
            axes.set_yticks([at + 0.5 for at in range(len(names))])
            axes.set_yticklabels(names)
            axes.invert_yaxis()
            years(axes, length)
        elif kind == "bars":
            places = range(len(names))
            axes.barh(places, [row[0] for row in values], color=BLUE)
            axes.plot([row[1] for row in values], places, "|", color=GREY, markersize=14)
            for place, row in zip(places, values):
                axes.annotate(f"{row[0]} vs {row[1]}", (row[0], place))
            axes.set_yticks(places)
            axes.set_yticklabels(names)
            axes.invert_yaxis()
        elif kind == "stack":
            axes.stackplot(range(length), values, labels=names, colors=COLOURS)
            axes.legend(loc="upper left")
            axes.grid(axis="y")
            years(axes, length)
    figure.text(0.02, 0.96, chart["title"], fontsize=15, fontweight="bold")
    figure.text(0.02, 0.92, chart["subtitle"], fontsize=10)
    figure.text(0.02, 0.02, chart["caption"], fontsize=8)
    figure.subplots_adjust(top=0.86, bottom=0.12, left=0.14)
    return figure


def main():
    data, folder, times = sys.argv[1:4]
    with open(data) as file:
        charts = json.load(file)
    spent = {"svg": [], "png": []}
    for ending in spent:
        for _ in range(int(times)):
            began = time.perf_counter()
            for chart in charts:
                draw(chart).savefig(os.path.join(folder, f"{chart['id']}.{ending}"), format=ending, dpi=DOTS)
            spent[ending].append(time.perf_counter() - began)
    print(json.dumps(spent))


if __name__ == "__main__":
    main()
