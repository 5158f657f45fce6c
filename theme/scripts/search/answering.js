/* Boxes that answer, wherever a page has a form for it. */
import { furnishForms } from "../box/furnishing.js";
import { onArrival } from "../shell/arriving.js";
import { answer } from "./answer.js";
import { Box } from "./box.js";
import { fold, foldCharacter } from "./fold.js";
import { receive } from "./loading.js";
import { drafted, sorted } from "./ranking.js";
import { textOf } from "./texts.js";

const boxed = new WeakSet();

/* The index calls `receive`; the rest is for whoever asks the index from a console, as the tests do. */
export function answering() {
  Object.assign(window, { Banmian: { receive, answer, sorted, drafted, textOf, fold, foldCharacter } });
  onArrival(() => {
    for (const parts of furnishForms()) {
      if (boxed.has(parts.form)) continue;
      boxed.add(parts.form);
      new Box(parts, true).resume();
    }
  });
}
