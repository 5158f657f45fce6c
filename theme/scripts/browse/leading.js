/* What an address of old means on the workbench. */
import { all, one } from "../shell/elements.js";

const FACETS_OF_OLD = ["region", "column", "theme", "kind", "year"];

/* The workbench's address for a fragment. `names` has for `facet:slug` the name of today; places and
   years are called as they were. */
export function selectionOf(fragment, names) {
  const asked = new URLSearchParams(fragment), meant = new URLSearchParams();
  for (const facet of FACETS_OF_OLD) {
    for (const key of asked.getAll(facet)) meant.append(facet, names.get(`${facet}:${key}`) || key);
  }
  return meant.toString();
}

export function leadOn() {
  const link = one("#onward"), names = new Map();
  if (!link) return;
  for (const value of all("#former > li")) {
    names.set(`${value.dataset.facet}:${value.dataset.key}`, value.textContent);
  }
  const meant = selectionOf(location.hash.slice(1), names);
  if (meant) link.href = `${link.href}?${meant}`;
  location.replace(link.href);
}
