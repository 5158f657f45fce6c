/* One result as a row, and where it leads. */
import { element } from "../shell/elements.js";
import { root } from "../shell/root.js";
import { excerpt } from "./excerpt.js";
import { stretches } from "./fold.js";

const MOST_MARKED = 12;

/* The text as nodes, its stretches inside <mark>. */
function marked(text, hits) {
  const nodes = [];
  let at = 0;
  for (const [begin, end] of hits) {
    if (begin > at) nodes.push(text.slice(at, begin));
    nodes.push(element("mark", { text: text.slice(begin, end) }));
    at = end;
  }
  nodes.push(text.slice(at));
  return nodes;
}

export function searchAddress(query) {
  return `${root}search/index.html${query ? `?q=${encodeURIComponent(query)}` : ""}`;
}

/* The item's page, told what to mark. */
export function itemAddress(text, phrases) {
  const told = phrases.filter(Boolean).slice(0, MOST_MARKED)
    .map((phrase) => `h=${encodeURIComponent(phrase)}`);
  return text.href + (told.length ? `?${told.join("&")}` : "");
}

/* One result: title, where it comes from, and the passage with the hits marked. In the box the
   whole row is an option, so that there the title is no link. */
export function resultRow(text, phrases, variants, option) {
  const shown = excerpt(text, phrases, variants);
  const passage = marked(shown.text, shown.stretches);
  if (shown.label) passage.unshift(element("span", { class: "bm-result__label", text: `${shown.label}：` }));
  const href = option ? null : itemAddress(text, phrases);
  const title = element(
    option ? "span" : "a",
    { href, class: "bm-result__title" },
    marked(text.title, stretches(text.title, phrases, variants)),
  );
  return element(
    option ? "div" : "article",
    { class: "bm-result md-search-result__article", "data-item": text.id },
    [
      element(option ? "div" : "h2", { class: "bm-result__head" }, [title]),
      element(option ? "div" : "p", { class: "bm-result__notes", text: text.note }),
      element(option ? "div" : "p", { class: "bm-result__text" }, passage),
    ],
  );
}
