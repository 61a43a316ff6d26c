"use strict";
(() => {
const all = (what, where = document) => [...where.querySelectorAll(what)];
const make = (tag, name, where) => {
  const made = document.createElement(tag);
  made.className = name;
  where.append(made);
  return made;
};
const between = (low, n, high) => Math.max(low, Math.min(high, n));
const words = document.getElementById("words:").dataset;

// Contents: closed on a phone; the section that is being read is marked.
const contents = document.querySelector("nav details");
const desk = matchMedia("(min-width: 64rem)");
const fold = () => { contents.open = desk.matches; };
fold();
desk.addEventListener("change", fold);
contents.addEventListener("click", (event) => {
  if (!desk.matches && event.target.closest("a")) contents.open = false;
});
const links = new Map(all("nav a").map((link) => [link.hash.slice(1), link]));
const places = all("main h2[id], main section.part > h3[id]").filter((place) => links.has(place.id));
const mark = () => {
  const read = places.filter((place) => place.getBoundingClientRect().top < innerHeight / 3).pop() || places[0];
  for (const link of links.values()) link.removeAttribute("aria-current");
  const link = read && links.get(read.id);
  if (!link) return;
  link.setAttribute("aria-current", "true");
  if (desk.matches) {
    const [list, here] = [link.closest("nav"), link.getBoundingClientRect()];
    const box = list.getBoundingClientRect();
    if (here.top < box.top || here.bottom > box.bottom) list.scrollTop += here.top - box.top - box.height / 3;
  }
};
if (places.length) {
  let due = false;
  const soon = () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => { due = false; mark(); });
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  mark();
}

// Print shows what a reader would have to open, but not the tables of charts.
let closed = [];
addEventListener("beforeprint", () => {
  closed = all("details.more:not([open])");
  for (const one of closed) one.open = true;
});
addEventListener("afterprint", () => { for (const one of closed) one.open = false; });

const geometry = (picture) => ({
  picture,
  size: picture.dataset.size.split(",").map(Number),
  plots: picture.dataset.plots.split(" ").filter(Boolean).map((plot) => {
    const [left, top, right, bottom, first, rows] = plot.split(",").map(Number);
    return { left, top, right, bottom, first, rows };
  }),
});

const readable = (figure, stage, only) => {
  const rows = all("tbody tr", figure).map((row) => [...row.cells].map((cell) => cell.textContent));
  const heads = all("thead th", figure).map((head) => head.textContent);
  const drawn = all(".picture", stage).map(geometry);
  const seen = () => drawn.find((one) => one.picture.offsetWidth) || drawn[0];
  const plots = drawn[0].plots;
  const first = Math.min(...plots.map((plot) => plot.first));
  const last = Math.min(rows.length, Math.max(...plots.map((plot) => plot.first + plot.rows))) - 1;
  let at = between(first, Number(stage.dataset.start), last);
  let shown = false;

  const reader = make("div", "reader", stage);
  const box = make("div", "readout", stage);
  box.hidden = true;
  box.setAttribute("aria-hidden", "true");
  const lines = plots.map(() => {
    const line = make("div", "line", stage);
    line.hidden = true;
    return line;
  });
  reader.tabIndex = 0;
  for (const [name, value] of Object.entries({
    role: "slider", "aria-label": stage.dataset.reads, "aria-description": words.keys,
    "aria-valuemin": first + 1, "aria-valuemax": last + 1,
  })) reader.setAttribute(name, value);

  const say = () => {
    const cells = rows[at].map((cell, i) => [heads[i], cell]).filter(([, cell], i) => i && cell && only(String(i)));
    reader.setAttribute("aria-valuenow", at + 1);
    reader.setAttribute("aria-valuetext", [rows[at][0], ...cells.map((pair) => pair.join(": "))].join("; "));
    return cells;
  };
  const hide = () => {
    shown = false;
    box.hidden = true;
    for (const line of lines) line.hidden = true;
  };
  const show = (row) => {
    at = between(first, row, last);
    shown = true;
    const cells = say();
    box.replaceChildren();
    make("b", "", box).textContent = rows[at][0];
    const list = make("dl", "", box);
    for (const [head, cell] of cells) {
      make("dt", "", list).textContent = head;
      make("dd", "", list).textContent = cell;
    }
    const { picture, size: [width], plots } = seen();
    const scale = picture.offsetWidth / width;
    let x = 0;
    lines.forEach((line, i) => {
      const plot = plots[i];
      line.hidden = !plot || at < plot.first || at >= plot.first + plot.rows;
      if (line.hidden) return;
      x = plot.left + (at - plot.first + 0.5) * (plot.right - plot.left) / plot.rows;
      line.style.left = `${scale * x}px`;
      line.style.top = `${scale * plot.top}px`;
      line.style.height = `${scale * (plot.bottom - plot.top)}px`;
    });
    box.classList.toggle("before", x > width / 2);
    box.hidden = false;
  };
  const follow = (event) => {
    const { picture, size: [width, height], plots } = seen();
    const frame = picture.getBoundingClientRect();
    const x = (event.clientX - frame.left) / frame.width * width;
    const y = (event.clientY - frame.top) / frame.height * height;
    const off = (plot) => Math.hypot(x - between(plot.left, x, plot.right), y - between(plot.top, y, plot.bottom));
    const plot = plots.reduce((best, one) => (off(one) < off(best) ? one : best));
    const row = Math.floor((x - plot.left) / (plot.right - plot.left) * plot.rows);
    show(plot.first + between(0, row, plot.rows - 1));
  };
  reader.addEventListener("pointermove", follow);
  reader.addEventListener("pointerdown", follow);
  reader.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") hide(); });
  reader.addEventListener("focus", () => { if (reader.matches(":focus-visible")) show(at); });
  reader.addEventListener("blur", hide);
  reader.addEventListener("keydown", (event) => {
    const to = {
      ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1,
      PageDown: at - 12, PageUp: at + 12, Home: first, End: last,
    }[event.key];
    if (event.key === "Escape") hide();
    else if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    else show(to);
    event.preventDefault();
  });
  say();
  return () => { if (shown) show(at); else say(); };
};

for (const figure of all("figure.chart")) {
  const stage = figure.querySelector(".stage");
  if (!stage.dataset.reads) continue;
  // A series is known by its column in the chart's table.
  const chosen = new Set();
  const series = all("[data-series]", stage);
  const columns = [...new Set(series.map((one) => one.dataset.series))];
  const update = readable(figure, stage, (column) => !chosen.size || chosen.has(column) || !columns.includes(column));
  // Where every panel has its own series there is nothing to set apart.
  const panels = stage.querySelector(".picture").dataset.plots.split(" ").length;
  if (panels > 1 || columns.length < 3) continue;
  const heads = all("thead th", figure);
  const bar = document.createElement("div");
  bar.className = "isolate";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", words.only);
  stage.before(bar);
  const faint = (kept) => {
    for (const one of series) one.classList.toggle("faint", kept.size > 0 && !kept.has(one.dataset.series));
  };
  for (const column of columns) {
    const button = make("button", "", bar);
    button.type = "button";
    button.dir = "auto";
    button.textContent = heads[column] ? heads[column].textContent : column;
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      if (!chosen.delete(column)) chosen.add(column);
      button.setAttribute("aria-pressed", chosen.has(column));
      faint(chosen);
      update();
    });
    button.addEventListener("mouseenter", () => faint(new Set([...chosen, column])));
    button.addEventListener("mouseleave", () => faint(chosen));
  }
}
})();
