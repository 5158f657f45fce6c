/* What a selection holds. */
import { answer } from "../search/answer.js";
import { filtered } from "../search/counting.js";
import { sorted } from "../search/ranking.js";

/* The items that the words alone allow, ascending. */
export function everyOf(found) {
  return found.near ? Int32Array.from(found.nearItems).sort() : found.items;
}

/* A whole selection: {found, every, items, list}: what the words allow, what the facets do, and in order. */
export async function selection(state) {
  const found = await answer(state.query), every = everyOf(found);
  const items = await filtered(every, state.chosen);
  return { found, every, items, list: await sorted(found, items, state.order) };
}
