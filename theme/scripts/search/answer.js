/* Answers a query: candidates from the item lists, phrases confirmed, order by worth. Counts are exact. */
import { fieldItems } from "./fields.js";
import { base } from "./loading.js";
import { candidates, confirmed, FEW } from "./phrases.js";
import { parseQuery, phrasesOf, wantedTerms } from "./query.js";
import { near } from "./ranking.js";
import { everything, intersected, united, without } from "./sets.js";

/* From here on the place lists are long, and would hold up the first results on a slow line. */
const MANY = 2000;
const HEADING_FLAG = 1;
const OFTEN_FLAG = 2;
const NONE = new Int32Array(0);

/* Fills in term.items (candidates), term.scores, and whether they must be confirmed. */
async function prepare(term, facts) {
  if (term.field) {
    term.items = await fieldItems(term, facts);
    if (term.items) return;
    term.field = null;
    term.fellBack = true;
  }
  term.characters = Array.from(term.words);
  const found = await candidates(term.characters);
  const rarity = Math.log(1 + facts.items / (1 + found.items.length));
  term.items = found.items;
  term.scores = new Map();
  found.items.forEach((item, index) => term.scores.set(item, rarity * worthOf(found.flags[index])));
}

/* What a word is worth in an item, by whether it stands in the heading, and often. */
export function worthOf(flags) {
  return 1 + (flags & HEADING_FLAG ? 2.5 : 0) + (flags & OFTEN_FLAG ? 0.6 : 0);
}

function mustConfirm(term) {
  return !term.field && term.characters.length > 2;
}

function confirmTerms(terms, within) {
  return Promise.all(
    terms.filter(mustConfirm).map(async (term) => {
      term.items = await confirmed(term.characters, intersected(term.items, within));
    }),
  );
}

/* The items for which every clause holds; without confirming, `not` clauses are left aside. */
export function combined(clauses, total, exact) {
  const itemsOfClause = (clause) => united(clause.any.map((term) => term.items));
  const wanted = clauses.filter((clause) => !clause.not).map(itemsOfClause);
  const items = wanted.length ? wanted.reduce(intersected) : everything(total);
  return clauses.filter((clause) => clause.not && exact)
    .reduce((left, clause) => without(left, itemsOfClause(clause)), items);
}

function scored(items, clauses) {
  const scores = new Map(), terms = wantedTerms(clauses).filter((term) => term.scores);
  items.forEach((item) => {
    scores.set(item, terms.reduce((sum, term) => sum + (term.scores.get(item) || 0), 0));
  });
  return scores;
}

/* Resolves with {items, scores, phrases, near, cut, fellBack}. Before that, `draft` may be called
   with the same shape and `exact` false; it returns a promise that it has been shown. */
export async function answer(text, draft) {
  const facts = await base();
  const { clauses, cut } = parseQuery(text, facts.variants);
  const terms = [].concat(...clauses.map((clause) => clause.any));
  const empty = !clauses.length && Boolean(text.trim());
  const result = (items, exact) => ({
    items,
    scores: scored(items, clauses),
    phrases: phrasesOf(clauses),
    exact,
    clauses,
    near: false,
    cut,
    empty,
    fellBack: terms.filter((term) => term.fellBack).map((term) => term.value),
  });
  await Promise.all(terms.map((term) => prepare(term, facts)));
  if (empty) return result(NONE, true);
  const likely = combined(clauses, facts.items, false);
  const drafting = draft && likely.length > FEW && terms.some(mustConfirm);
  const shown = drafting ? draft(result(likely, false)) : null;
  if (likely.length > MANY) await shown;
  await confirmTerms(terms, likely);
  const items = combined(clauses, facts.items, true);
  const found = result(items, true);
  return items.length ? found : near(found, facts);
}
