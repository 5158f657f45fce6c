/* On an item's page that was reached from a search: marks the hits and leads from one to the next. */
import { all, button, element, one } from "../shell/elements.js";
import { fold, stretches } from "./fold.js";
import { base } from "./loading.js";

const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, blockquote";
const ASIDE = "script, style, .bm-hits, button";
const MOST_HITS = 500;
const MOST_PHRASES = 12;
const LONGEST_PHRASE = 400;

export async function markHits() {
  const asked = new URLSearchParams(location.search).getAll("h").slice(0, MOST_PHRASES);
  if (!asked.length) return;
  const variants = await base().then((facts) => facts.variants, () => null);
  const phrases = asked.map((phrase) => fold(phrase.slice(0, LONGEST_PHRASE), variants)).filter(Boolean);
  const hits = [];
  for (const nodes of [].concat(...contents().map(blocks))) {
    if (hits.length >= MOST_HITS) break;
    const text = nodes.map((node) => node.data).join("");
    hits.push(...mark(nodes, stretches(text, phrases, variants)));
  }
  if (hits.length) lead(hits);
}

/* The parts of the page that hold the item's words; all of its content where they are not told apart. */
function contents() {
  const told = all(".bm-title, .bm-text");
  return told.length ? told : [one("#content") || document.body];
}

/* Text nodes of the page's content, gathered by the block that they stand in. */
function blocks(content) {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT), found = new Map();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(ASIDE)) continue;
    const block = node.parentElement.closest(BLOCKS) || node.parentElement;
    if (!found.has(block)) found.set(block, []);
    found.get(block).push(node);
  }
  return Array.from(found.values());
}

/* Puts <mark> around stretches of the nodes' joined text, last stretch first; returns the first marks. */
function mark(nodes, places) {
  const heads = [];
  for (const [first, last] of places.slice().reverse()) {
    let end = nodes.reduce((sum, node) => sum + node.data.length, 0), head = null;
    for (const node of nodes.slice().reverse()) {
      const begin = end - node.data.length;
      const from = Math.max(first, begin), to = Math.min(last, end);
      if (from < to) head = wrap(node, from - begin, to - begin);
      end = begin;
    }
    if (head) heads.unshift(head);
  }
  return heads;
}

function wrap(node, from, to) {
  if (to < node.data.length) node.splitText(to);
  const hit = from ? node.splitText(from) : node;
  const made = element("mark", { class: "bm-hit" });
  hit.replaceWith(made);
  made.appendChild(hit);
  return made;
}

/* A small bar: which hit, previous, next, away with it. */
function lead(hits) {
  const status = element("span", { role: "status", "aria-live": "polite", class: "bm-hits__status" });
  let at = -1;
  function go(step) {
    if (at >= 0) hits[at].classList.remove("bm-hit--here");
    at = (at + step + hits.length) % hits.length;
    hits[at].classList.add("bm-hit--here");
    hits[at].scrollIntoView({ block: "center" });
    status.textContent = `第 ${at + 1} 处，共 ${hits.length} 处`;
  }
  const bar = element("nav", { class: "bm-hits", "aria-label": "命中的词句" }, [
    status,
    button("上一处", "bm-hits__button", () => go(-1)),
    button("下一处", "bm-hits__button", () => go(1)),
    button("不再标出", "bm-hits__button", () => {
      all("mark.bm-hit").forEach((hit) => hit.replaceWith(...hit.childNodes));
      bar.remove();
    }),
  ]);
  (one("[data-md-component=container]") || document.body).appendChild(bar);
  go(1);
}
