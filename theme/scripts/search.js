/* Entry of the search page; on other pages site.js asks for it when a reader begins to search. */
import { furnishForms } from "./box/furnishing.js";
import { answer } from "./search/answer.js";
import { Box } from "./search/box.js";
import { fold, foldCharacter } from "./search/fold.js";
import { base, receive } from "./search/loading.js";
import { markHits } from "./search/marks.js";
import { startPage } from "./search/page.js";
import { drafted, sorted } from "./search/ranking.js";
import { textOf } from "./search/texts.js";
import { onArrival } from "./shell/arriving.js";

/* The index calls `receive`; the rest is for whoever asks the index from a console, as the tests do. */
Object.assign(window, { Banmian: { receive, answer, sorted, drafted, textOf, fold, foldCharacter } });

const boxed = new WeakSet();

onArrival(() => {
  const place = document.getElementById("banmian-search");
  /* The search page will need the directory: it comes while the page is built. */
  if (place) base().catch(() => {});
  for (const parts of furnishForms()) {
    if (boxed.has(parts.form)) continue;
    boxed.add(parts.form);
    new Box(parts, true).resume();
  }
  if (place) startPage(place);
  else markHits();
});
