/* Entry of searching: site.js asks for it when a reader begins to search; the workbench has its own. */
import { answering } from "./search/answering.js";
import { markHits } from "./search/marks.js";
import { onArrival } from "./shell/arriving.js";

answering();
onArrival(markHits);
