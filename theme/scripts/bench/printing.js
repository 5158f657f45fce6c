/* A selection on paper: every item with passage and reference, the archive's name and address at its foot. */
import { element } from "../shell/elements.js";
import { REFERENCE, takenOf } from "./taking.js";

/* More would keep a browser busy for minutes. */
export const MOST_PRINTED = 300;

/* Puts references below the rows of `list`, which stand for `items`. */
export async function citeRows(list, items) {
  const references = await takenOf("refs", items);
  Array.from(list.children).forEach((row, at) => {
    if (row.querySelector(".bm-bench__cite") || !references[at]) return;
    row.append(element("p", { class: "bm-bench__cite", text: references[at][REFERENCE] }));
  });
}

/* What stands at the foot of the paper. */
export function footWords({ site, words, address }, shown, all) {
  const count = shown < all ? `共 ${all} 篇，这里是前 ${shown} 篇` : `共 ${all} 篇`;
  return `${site}。${words}，${count}。${address}`;
}
