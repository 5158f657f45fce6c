/* What a selection holds. */
import { answer } from "../search/answer.js";
import { filtered } from "../search/counting.js";
import { intersected } from "../search/sets.js";
import { itemNumbers } from "../search/texts.js";
import { keptItems } from "../shell/basket.js";

/* The items that the words - and the basket, where it is asked for - allow, ascending. */
export async function everyOf(found, { basket }) {
  const items = found.near ? Int32Array.from(found.nearItems).sort() : found.items;
  return basket ? intersected(items, await itemNumbers(keptItems())) : items;
}

/* The items of a whole selection, ascending. */
export async function itemsOfSelection(state) {
  return filtered(await everyOf(await answer(state.query), state), state.chosen);
}
