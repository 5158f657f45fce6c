/* The data of the page as classic scripts beside it, so that it works from a folder too.
   generator/site/views/facets.py writes them. */
import { insertScript } from "../shell/inserting.js";
import { root } from "../shell/root.js";

const PATIENCE = 30000;
const chunks = { rows: new Map(), ris: new Map() };
const waiting = new Map();
let facets = null;

Object.assign(window, {
  banmianBrowse: {
    facets: (values) => facets = values,
    rows: (number, values) => chunks.rows.set(number, values),
    ris: (number, values) => chunks.ris.set(number, values),
  },
});

/* A script that did not come may be asked for again. */
function load(name) {
  if (!waiting.has(name)) {
    waiting.set(
      name,
      insertScript(`${root}browse/${name}.js`, PATIENCE).then((came) => {
        if (came) return;
        waiting.delete(name);
        throw new Error(name);
      }),
    );
  }
  return waiting.get(name);
}

/* Resolves with the values of the facets, and for each item their numbers. */
export async function loadFacets() {
  await load("facets");
  return facets;
}

/* Resolves with what the scripts of a kind (`rows`, `ris`) hold of each item, in the order of `items`. */
export async function valuesOf(kind, items) {
  for (const number of new Set(items.map((item) => Math.floor(item / facets.chunk)))) {
    if (!chunks[kind].has(number)) await load(`${kind}/${number}`);
  }
  return items.map((item) => chunks[kind].get(Math.floor(item / facets.chunk))[item % facets.chunk]);
}
