/* One short sentence at the edge of the window, read out by screen readers too. */
import { one } from "./elements.js";

const SHOWN = 2500;
let fading = 0;

export function say(words) {
  const live = one(".bm-live");
  live.textContent = words;
  clearTimeout(fading);
  fading = setTimeout(() => live.textContent = "", SHOWN);
}
