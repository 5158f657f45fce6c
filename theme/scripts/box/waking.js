/* The search engine weighs more than a page: it comes when a reader turns to a search box. */
import { insertScript } from "../shell/inserting.js";
import { root } from "../shell/root.js";
import { sayError } from "./furnishing.js";

const PATIENCE = 30000;
let fetching = null;

/* Loads search.js once, unless the page has it; resolves with whether it is there. A failed attempt may
   be made again. */
export async function fetchSearch() {
  if ("Banmian" in window) return true;
  if (!fetching) fetching = insertScript(`${root}assets/search.js`, PATIENCE);
  const came = await fetching;
  if (!came) fetching = null;
  return came;
}

const watched = new WeakSet();

export function fetchSearchOnDemand({ input, status }) {
  if (watched.has(input)) return;
  watched.add(input);
  input.addEventListener("focus", async () => {
    if (!await fetchSearch()) sayError(status, "检索程序 assets/search.js 读不出来");
  });
  /* A browser may have set the cursor into the box before this script ran. */
  if (document.activeElement === input) fetchSearch();
}
