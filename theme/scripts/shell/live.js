/* One short sentence at the edge of the window: Material's dialog, which is read out, too. */
import { material } from "./material.js";

export function say(words) {
  material.alert$.next(words);
}
