/* The nav of a narrow screen shows where the reader is. */
import { one } from "./elements.js";

export function showHere() {
  const here = one(".bm-nav [aria-current]");
  const list = one(".bm-nav ul");
  if (here && list.scrollWidth > list.clientWidth) {
    list.scrollLeft = here.offsetLeft - list.offsetLeft - (list.clientWidth - here.offsetWidth) / 2;
  }
}
