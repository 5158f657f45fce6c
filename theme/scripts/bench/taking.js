/* A selection as files to take away; what they hold of each item lies in scripts of the index. */
import { button, element } from "../shell/elements.js";
import { saveFile } from "../shell/saving.js";
import { base, part } from "../search/loading.js";
import { csvOf, documentOf, jsonOf } from "./table.js";

const RIS = 0;
const BIBTEX = 1;
export const REFERENCE = 2;

/* What the scripts of a kind (`rows`, `refs`) hold of each item, in the order of `items`. */
export async function takenOf(kind, items) {
  const { perChunk } = await base();
  const numbers = Array.from(new Set(items.map((item) => Math.floor(item / perChunk))));
  const chunks = new Map(), scripts = await Promise.all(numbers.map((number) => part(`${kind}/${number}`)));
  numbers.forEach((number, at) => chunks.set(number, scripts[at][0]));
  return items.map((item) => chunks.get(Math.floor(item / perChunk))[item % perChunk]);
}

async function references(items, form) {
  const every = await takenOf("refs", items);
  return every.map((forms) => forms[form]).join(form === BIBTEX ? "\n" : "");
}

async function wordDocument(items, about) {
  const [rows, refs] = await Promise.all([takenOf("rows", items), takenOf("refs", items)]);
  return documentOf(rows, refs.map((forms) => forms[REFERENCE]), about);
}

/** Name, ending, media type, and how the text is made.
 * @type {any[][]} */
const FORMS = [
  ["表格（CSV）", "csv", "text/csv", async (items) => csvOf(await takenOf("rows", items))],
  ["JSON", "json", "application/json", async (items) => jsonOf(await takenOf("rows", items))],
  ["RIS", "ris", "application/x-research-info-systems", (items) => references(items, RIS)],
  ["BibTeX", "bib", "application/x-bibtex", (items) => references(items, BIBTEX)],
  ["Word", "doc", "application/msword", wordDocument],
];

/* The menu; `selected()` gives the items in their order and the words about them, `print()` prints them,
   `failed(error)` is told what went wrong. */
export function takeMenu(selected, print, failed) {
  const buttons = FORMS.map(([name, ending, type, write]) =>
    button(name, "bm-button", async () => {
      const { items, about } = selected();
      try {
        saveFile(`banmian.${ending}`, type, await write(items, about));
      } catch (error) {
        failed(error);
      }
    })
  );
  buttons.push(button("打印", "bm-button", print));
  const summary = element("summary", { class: "bm-button", text: "取走" });
  const inside = element(
    "div",
    { class: "bm-bench__forms", role: "group", "aria-label": "取走的格式" },
    buttons,
  );
  return element("details", { class: "bm-bench__take" }, [summary, inside]);
}
