/* Fields of a query (地区:乌海): which items they name. */
import { fold } from "./fold.js";
import { facetLists } from "./lists.js";
import { yearsOf } from "./query.js";
import { united } from "./sets.js";
import { names } from "./texts.js";

/* The items that a field names, or null where it names nothing. */
export async function fieldItems(term, facts) {
  if (term.field === "author") return authorItems(term.words);
  const chosen = valuesNamed(term, facts);
  if (!chosen.length) return null;
  const lists = await facetLists(term.field);
  return united(chosen.map((index) => lists[index]));
}

async function authorItems(words) {
  const rows = await names("a", words);
  return rows.length ? united(rows.map((row) => summed(row[1]))) : null;
}

/* Items from the gaps between them. */
export function summed(gaps) {
  let item = 0;
  return Int32Array.from(gaps, (gap) => item += gap);
}

/* Indexes of the facet's values that the term names; of a place also all places in it. */
export function valuesNamed(term, facts) {
  const labels = namesOf(term.field, facts);
  if (term.field === "year") return yearsNamed(term, labels);
  const folded = labels.map((name) => fold(name, facts.variants));
  let chosen = indexesWhere(folded, (name) => name === term.words);
  if (!chosen.length) chosen = indexesWhere(folded, (name) => name.startsWith(term.words));
  if (!chosen.length) chosen = indexesWhere(folded, (name) => name.includes(term.words));
  return term.field === "region" ? withInside(chosen, facts.places) : chosen;
}

function yearsNamed(term, labels) {
  const span = yearsOf(term.value);
  return indexesWhere(labels, (name) => {
    return name === term.value || Boolean(span && Number(name) >= span[0] && Number(name) <= span[1]);
  });
}

function indexesWhere(values, test) {
  return Array.from(values.keys()).filter((index) => test(values[index]));
}

export function namesOf(facet, facts) {
  return facet === "region" ? facts.places.map((place) => place[1]) : facts.facets[facet] || [];
}

/* The places and everything inside them. */
export function withInside(indexes, places) {
  const inside = new Set(indexes);
  let before = -1;
  while (inside.size !== before) {
    before = inside.size;
    places.forEach((place, index) => {
      if (inside.has(place[2])) inside.add(index);
    });
  }
  return Array.from(inside);
}
