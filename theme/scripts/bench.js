/* Entry of the workbench: words, facets, pictures and lists of one selection, which its address holds. */
import { startPage } from "./bench/page.js";
import { answering } from "./search/answering.js";
import { base } from "./search/loading.js";
import { markHits } from "./search/marks.js";
import { onArrival } from "./shell/arriving.js";

answering();
onArrival(() => {
  const place = document.getElementById("banmian-search");
  if (!place) {
    markHits();
    return;
  }
  /* The page will need the directory: it comes while the page is built. */
  base().catch(() => {});
  startPage(place);
});
