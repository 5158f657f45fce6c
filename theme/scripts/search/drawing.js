/* The facets of an answer, as lists to tick. */
import { all, element, one } from "../shell/elements.js";
import { FACET_NAMES } from "./address.js";

const MOST_VALUES = 40;
const MOST_OPEN = 12;

/* Draws the facets of `counts` into `place`; a tick calls `choose(facet, value, wanted)`. What the reader
   opened or closed stays so, and the value ticked last keeps the cursor. */
export function drawFacets(place, counts, chosen, choose) {
  const opened = new Map(all("details", place).map((box) => [box.dataset.facet, box.open]));
  const focused = one("input:focus", place), value = focused && focused.value;
  const last = focused && focused.closest("details").dataset.facet;
  place.textContent = "";
  for (const [facet, counted] of counts) {
    const rows = worthShowing(counted, chosen[facet]);
    if (!rows.length) continue;
    const few = facet === "region" || rows.length <= MOST_OPEN || chosen[facet].length > 0;
    const open = opened.has(facet) ? opened.get(facet) : few;
    const lines = rows.map((row) => {
      return facetRow(row, chosen[facet].includes(row.value), (wanted) => choose(facet, row.value, wanted));
    });
    place.appendChild(element("details", { class: "bm-facet", "data-facet": facet, open: open ? "" : null }, [
      element("summary", { text: FACET_NAMES.get(facet) }),
      element("ul", { class: "bm-facet__list" }, lines),
    ]));
  }
  const again = all(`[data-facet="${last}"] input`, place).find((tick) => tick.value === value);
  if (again) again.focus();
}

/* Values with items. Of a long list, the upper places and what lies in a chosen one, or the first. */
export function worthShowing(rows, chosen) {
  const left = rows.filter((row) => row.count || chosen.includes(row.value));
  if (left.length <= MOST_VALUES) return left;
  return left.filter((row, index) => {
    if (chosen.includes(row.value)) return true;
    return row.parent === undefined ? index < MOST_VALUES : row.depth < 2 || chosen.includes(row.parent);
  });
}

function facetRow(row, ticked, choose) {
  const tick = element("input", { type: "checkbox", value: row.value });
  tick.checked = ticked;
  tick.addEventListener("change", () => choose(tick.checked));
  const count = element("span", { class: "bm-facet__count", text: String(row.count) });
  const line = element("li", { class: "bm-facet__row" }, [
    element("label", {}, [tick, element("span", { text: row.name }), count]),
  ]);
  /* A style attribute would break a strict content policy; this does not. */
  line.style.setProperty("--depth", row.depth);
  return line;
}
