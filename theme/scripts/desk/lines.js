/* The source lines of a page: numbered, coloured by their items, chosen by mouse, touch or keyboard. */
import { all, element, one } from "../shell/elements.js";

const SHADES = 6;

export class Lines {
  /* `chose(lines)` is told whenever other lines are chosen. */
  constructor(chose) {
    this.chosen = new Set();
    this.anchor = null;
    this.chose = chose;
    this.list = element("ol", {
      class: "bm-lines bm-desk__lines",
      role: "listbox",
      "aria-multiselectable": "true",
      "aria-label": "原文各行",
    });
    this.list.addEventListener("click", (event) => this.pointed(event));
    this.list.addEventListener("keydown", (event) => this.pressed(event));
  }

  /* `rows` are { number, text, role, place, doubted, changed }; `place` is the number of its item from 0, or none. */
  show(rows) {
    const focused = document.activeElement && document.activeElement.id;
    this.numbers = rows.map((row) => row.number);
    for (const line of this.chosen) if (!this.numbers.includes(line)) this.chosen.delete(line);
    this.list.replaceChildren(...rows.map((row) => this.row(row)));
    const again = focused && document.getElementById(focused);
    if (again && this.list.contains(again)) again.focus();
    this.mark();
  }

  row(row) {
    const shade = row.place < 0 ? "" : ` bm-line--${row.place % SHADES + 1}`;
    const where = row.place < 0 ? (row.place === -1 ? "版面" : "未归位") : `第${row.place + 1}篇`;
    return element("li", {
      id: `L${row.number}`,
      class: `bm-line${shade}${row.place === -2 ? " bm-line--unplaced" : ""}${
        row.changed ? " bm-line--changed" : ""
      }`,
      role: "option",
      tabindex: "-1",
      "aria-selected": "false",
      "data-line": row.number,
    }, [
      element("span", { class: "bm-line__no", text: row.number }),
      element("span", { class: "bm-line__text", text: row.text }),
      element("span", { class: "bm-line__owner" }, [
        element("span", { text: where }),
        element("span", { class: "bm-note", text: row.role }),
        ...(row.doubted ? [element("span", { class: "bm-flag", text: "疑" })] : []),
      ]),
    ]);
  }

  pointed(event) {
    const row = event.target.closest("[data-line]");
    if (!row || (String(getSelection()) && !event.shiftKey)) return;
    const line = Number(row.dataset.line);
    if (event.shiftKey && this.anchor !== null) {
      getSelection().removeAllRanges();
      this.reach(line);
    } else this.toggle(line);
    row.focus();
  }

  pressed(event) {
    const row = event.target.closest("[data-line]");
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const line = Number(row.dataset.line);
    if (step) {
      const next = this.numbers[this.numbers.indexOf(line) + step];
      if (next === undefined) return;
      if (event.shiftKey) {
        if (this.anchor === null) this.choose([line]);
        this.reach(next);
      }
      this.at(next).focus();
    } else if (event.key === " ") this.toggle(line);
    else if (event.key === "Escape") this.choose([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  at(line) {
    return one(`[data-line="${Number(line)}"]`, this.list);
  }

  toggle(line) {
    if (this.chosen.has(line)) this.chosen.delete(line);
    else this.chosen.add(line);
    this.anchor = line;
    this.told();
  }

  /* All lines from the anchor to this one. */
  reach(line) {
    const ends = [this.anchor, line].map((each) => this.numbers.indexOf(each)).sort((a, b) => a - b);
    this.chosen = new Set(this.numbers.slice(ends[0], ends[1] + 1));
    this.told();
  }

  choose(lines) {
    this.chosen = new Set(lines);
    this.anchor = lines.length ? lines[0] : null;
    this.told();
  }

  /* The line that the keyboard is on, where none is chosen. */
  acted() {
    /** @type {any} */
    const focused = document.activeElement && document.activeElement.closest("[data-line]");
    const own = focused && this.list.contains(focused) ? [Number(focused.dataset.line)] : [];
    return this.chosen.size ? Array.from(this.chosen).sort((a, b) => a - b) : own;
  }

  told() {
    this.mark();
    this.chose(Array.from(this.chosen).sort((a, b) => a - b));
  }

  mark() {
    const rows = all("[data-line]", this.list);
    rows.forEach((row) => {
      row.setAttribute("aria-selected", String(this.chosen.has(Number(row.dataset.line))));
      row.tabIndex = -1;
    });
    const stop = rows.find((row) => row.getAttribute("aria-selected") === "true") || rows[0];
    if (stop) stop.tabIndex = 0;
  }
}
