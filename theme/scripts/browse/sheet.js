/* The page itself: facets to tick at the side, the items beside them, and buttons to take them away. */
import { button, element } from "../shell/elements.js";
import { count, depth, FACETS, offered, readChoice, writeChoice } from "./choice.js";
import { valuesOf } from "./loading.js";
import { csvOf, jsonOf } from "./table.js";

const STEP = 40;
const DEEPEST = 3;
const NARROW = 768;
const parts = {};
let data = null;
let chosen = {};
let found = [];
let shown = STEP;

export function startSheet(place, values) {
  data = values;
  place.append(facetBoxes(), itemsAndButtons());
  turn();
  window.addEventListener("hashchange", () => place.isConnected && turn());
}

function turn() {
  chosen = readChoice(location.hash.slice(1), data);
  update();
}

export function failed(place) {
  place.textContent = "数据文件读不出来，请刷新再试。";
}

/* ---- drawing ---- */

function facetBoxes() {
  return element(
    "div",
    { class: "bm-facets__side" },
    FACETS.map(([facet, label], at) => {
      parts[facet] = element("ul", { "aria-label": label });
      const box = element("details", { class: "bm-facet-box" }, [
        element("summary", { text: label }),
        parts[facet],
      ]);
      box.open = at === 0 || window.innerWidth > NARROW;
      return box;
    }),
  );
}

function itemsAndButtons() {
  parts.total = element("p", { class: "bm-sum", role: "status" });
  parts.rows = element("ol", { class: "bm-rows", "aria-label": "选出的稿件" });
  parts.more = button("再看一些", "bm-button", () => {
    shown += STEP;
    list();
  });
  const bar = element("div", { class: "bm-bar" }, [
    button("清除选择", "bm-button", clear),
    button("下载表格（CSV）", "bm-button", () => take("rows", "csv", "text/csv", csvOf)),
    button("下载 JSON", "bm-button", () => take("rows", "json", "application/json", jsonOf)),
    button("下载引文（RIS）", "bm-button", () => {
      take("ris", "ris", "application/x-research-info-systems", (texts) => texts.join(""));
    }),
  ]);
  return element("div", { class: "bm-facets__main" }, [parts.total, bar, parts.rows, parts.more]);
}

function update() {
  const counted = count(data, chosen);
  found = counted.found;
  shown = STEP;
  FACETS.forEach(([facet], at) => fill(facet, counted.counts[at]));
  parts.total.textContent = "";
  parts.total.append(
    element("strong", { text: String(found.length) }),
    ` 篇（全部 ${data.items.length} 篇）`,
  );
  const fragment = writeChoice(chosen, data);
  history.replaceState(null, "", fragment ? `#${fragment}` : location.href.replace(/#.*$/, ""));
  list();
}

function clear() {
  for (const [facet] of FACETS) chosen[facet].clear();
  update();
}

/* Lists the values of a facet anew; the one that the reader ticked keeps the cursor. */
function fill(facet, counts) {
  const focused = document.activeElement && document.activeElement.getAttribute("data-key");
  const indexes = facet === "region" ? offered(chosen.region, data.region) : Array.from(data[facet].keys());
  const lines = indexes.filter((index) => counts[index] || chosen[facet].has(index))
    .map((index) => valueLine(facet, index, counts[index]));
  parts[facet].textContent = "";
  parts[facet].append(...lines);
  const again = focused && parts[facet].querySelector(`[data-key='${focused}']`);
  if (again) again.focus();
}

function valueLine(facet, index, number) {
  const tick = element("input", { type: "checkbox", "data-key": facet + index });
  tick.checked = chosen[facet].has(index);
  tick.addEventListener("change", () => {
    if (tick.checked) chosen[facet].add(index);
    else chosen[facet].delete(index);
    update();
  });
  const deep = facet === "region" ? Math.min(DEEPEST, depth(index, data.region)) : null;
  return element("li", { class: deep === null ? null : `bm-facet-box__deep${deep}` }, [
    element("label", {}, [
      tick,
      ` ${data[facet][index][1]} `,
      element("span", { class: "bm-count", text: String(number) }),
    ]),
  ]);
}

/* Shows the first rows, unless another choice has come in between. */
async function list() {
  const mine = found, many = shown;
  try {
    const rows = await valuesOf("rows", mine.slice(0, many));
    if (mine !== found || many !== shown) return;
    parts.rows.textContent = "";
    parts.rows.append(...rows.map(rowLine));
    parts.more.hidden = found.length <= shown;
  } catch (_error) {
    failed(parts.total);
  }
}

function rowLine(row) {
  const [id, title, , , kind, column, people, places] = row, date = row[15];
  const notes = [
    kind === "报道" ? "" : kind,
    column && `◎${column}`,
    places.replace(/[^;]*\//g, "").replace(/; ?/g, "、"),
    people,
    date,
  ];
  return element("li", { class: "bm-row" }, [
    element("a", { class: "bm-row__title", href: `../articles/${id}/index.html`, text: title }),
    element(
      "span",
      { class: "bm-row__meta" },
      notes.filter(Boolean).map((text) => element("span", { text })),
    ),
  ]);
}

/* ---- taking away ---- */

async function take(kind, ending, type, write) {
  try {
    save(`banmian.${ending}`, type, write(await valuesOf(kind, found)));
  } catch (_error) {
    failed(parts.total);
  }
}

function save(name, type, text) {
  const link = element("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  document.body.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
