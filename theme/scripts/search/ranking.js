/* In what order an answer is shown, and what is shown where nothing is exact. */
import { fold } from "./fold.js";
import { itemList } from "./lists.js";
import { base } from "./loading.js";
import { nearness } from "./nearness.js";
import { textOf, textsOf } from "./texts.js";

/* Results whose words are looked at for nearness: every one costs a text on a slow line. */
const NEAREST = 12;
const NEAR_PAIRS = 24;
const NEAR_SHARE = 0.35;
const NEAR_MOST = 50;
const FIRST = 12;
const IN_HEADING = 1;

/* Nothing holds every clause: the items that share the rarest of the query's pairs. */
export async function near(nothing, facts) {
  const pairs = pairsOf(nothing.phrases);
  const lists = await Promise.all(pairs.map(([first, second]) => itemList(first, second)));
  const scores = nearScores(lists, facts.items);
  const items = worthMost(scores);
  return {
    ...nothing,
    near: items.length > 0,
    nearItems: Int32Array.from(items),
    scores,
    phrases: pairs.map((pair) => pair.join("")),
  };
}

/* The first different pairs of neighbours in the phrases. */
export function pairsOf(phrases) {
  const pairs = new Map();
  for (const phrase of phrases) {
    const characters = Array.from(phrase);
    for (let i = 0; i + 1 < characters.length && pairs.size < NEAR_PAIRS; i++) {
      pairs.set(characters[i] + characters[i + 1], [characters[i], characters[i + 1]]);
    }
  }
  return Array.from(pairs.values());
}

export function nearScores(lists, total) {
  const scores = new Map();
  for (const list of lists) {
    const rarity = Math.log(1 + total / (1 + list.items.length));
    list.items.forEach((item, index) => {
      const worth = rarity * (list.flags[index] & IN_HEADING ? 1.5 : 1);
      scores.set(item, (scores.get(item) || 0) + worth);
    });
  }
  return scores;
}

/* The items that are worth not much less than the best of them, the best first. */
export function worthMost(scores) {
  const items = Array.from(scores.keys()).sort(byWorth(scores));
  return items.filter((item) => scores.get(item) >= scores.get(items[0]) * NEAR_SHARE).slice(0, NEAR_MOST);
}

function byWorth(scores) {
  return (one, other) => scores.get(other) - scores.get(one) || other - one;
}

/* Sorts items for showing: by worth (nearer words first among the best), newest or oldest. */
export async function sorted(found, items, order) {
  const list = inOrder(found, items, order, await base());
  const phrases = Array.from(new Set(found.phrases));
  if (order !== "worth" || found.near || phrases.length < 2) return list;
  const facts = await base(), first = list.slice(0, NEAREST), best = new Map();
  for (const text of await Promise.all(first.map(textOf))) {
    const bonus = nearness(textsOf(text), phrases, facts.variants);
    best.set(text.item, found.scores.get(text.item) * (1 + bonus));
  }
  return first.sort(byWorth(best)).concat(list.slice(first.length));
}

/* Items stand by their date, those without one first; an old order puts these last. */
export function inOrder(found, items, order, facts) {
  const list = Array.from(items);
  if (order === "new") return list.reverse();
  if (order === "old") {
    const dated = list.filter((item) => item >= facts.undated);
    return dated.concat(list.filter((item) => item < facts.undated));
  }
  return list.sort(byWorth(found.scores));
}

/* Of a draft's items, those among the best few whose texts hold what was asked for. */
export async function drafted(found, items, order) {
  const facts = await base();
  const first = inOrder(found, items, order, facts).slice(0, FIRST);
  const texts = await Promise.all(first.map(textOf));
  return texts.filter((text) => {
    const passages = textsOf(text).map((passage) => fold(passage, facts.variants));
    return found.clauses.every((clause) => holds(clause, passages));
  }).map((text) => text.item);
}

/* Whether a draft may be shown, so far as this clause goes; a field's items are exact already but
   for those that are not wanted, which the full answer takes away. */
export function holds(clause, passages) {
  if (clause.not && clause.any[0].field) return true;
  const has = clause.any.some((term) =>
    term.field || passages.some((passage) => passage.includes(term.words))
  );
  return clause.not ? !has : Boolean(has);
}
