/* Facets of an answer: what they let through, and how many items each value has. */
import { withInside } from "./fields.js";
import { facetLists } from "./lists.js";
import { base } from "./loading.js";
import { intersected, united } from "./sets.js";

const FACETS = ["region", "column", "theme", "kind", "year"];

/* Keeps the items that the chosen values allow; `chosen` maps facets to arrays of values. */
export async function filtered(items, chosen, except) {
  const facts = await base();
  let left = items;
  for (const facet of FACETS) {
    const indexes = facet === except ? [] : indexesOf(facet, chosen[facet] || [], facts);
    if (!indexes.length) continue;
    const lists = await facetLists(facet);
    left = intersected(left, united(indexes.map((index) => lists[index])));
  }
  return left;
}

/* Indexes of values by the form that the address has, a place's code, else the name; unknown ones are
   left out. */
export function indexesOf(facet, values, facts) {
  const known = facet === "region" ? facts.places.map((place) => place[0]) : facts.facets[facet] || [];
  const indexes = values.map((value) => known.indexOf(value)).filter((index) => index >= 0);
  return facet === "region" ? withInside(innermost(indexes, facts.places), facts.places) : indexes;
}

/* Of a place and one inside it, only the inner one counts. */
export function innermost(indexes, places) {
  const left = new Set(indexes);
  for (const index of indexes) {
    for (let at = places[index][2]; at >= 0; at = places[at][2]) left.delete(at);
  }
  return Array.from(left);
}

/** For each facet its values with counts: [{value, name, count, depth}], regions as a tree in order.
 * @returns {Promise<any>} */
export async function counted(items, chosen) {
  const facts = await base();
  return Promise.all(FACETS.map(async (facet) => {
    const [left, lists] = await Promise.all([filtered(items, chosen, facet), facetLists(facet)]);
    const here = new Uint8Array(facts.items);
    left.forEach((item) => here[item] = 1);
    const rows = facet === "region"
      ? regionCounts(lists, here, facts.places, chosen.region)
      : plainCounts(facts.facets[facet], lists, here);
    return [facet, facet === "region" || facet === "year" ? rows : mostFirst(rows)];
  }));
}

/* `here` has a 1 for each item that the other facets let through. */
export function plainCounts(labels, lists, here) {
  return labels.map((name, index) => {
    const count = lists[index].reduce((sum, item) => sum + here[item], 0);
    return { value: name, name, count, depth: 0 };
  });
}

function mostFirst(rows) {
  return rows.sort((one, other) => other.count - one.count);
}

/* Places as a tree in order, those without items left out unless they are chosen; an item with two places
   counts once in what holds both. */
export function regionCounts(lists, here, places, chosen) {
  const counts = countsUpwards(lists, here, places), children = new Map(), kept = new Set();
  for (let at of chosen.map((value) => places.findIndex((place) => place[0] === value))) {
    for (; at >= 0; at = places[at][2]) kept.add(at);
  }
  places.forEach((place, index) => {
    children.set(place[2], (children.get(place[2]) || []).concat(index));
  });
  const branch = (index, depth) => {
    const [value, name, parent] = places[index];
    const row = { value, name, count: counts[index], depth, parent: depth ? places[parent][0] : null };
    const inside = (children.get(index) || []).filter((child) => counts[child] || kept.has(child));
    return [row].concat(...inside.map((child) => branch(child, depth + 1)));
  };
  return [].concat(...(children.get(-1) || []).map((index) => branch(index, 0)));
}

function countsUpwards(lists, here, places) {
  const inside = new Map(), counts = new Int32Array(places.length);
  lists.forEach((list, index) => {
    list.forEach((item) => {
      if (here[item]) inside.set(item, (inside.get(item) || []).concat(index));
    });
  });
  inside.forEach((indexes) => {
    const seen = new Set();
    for (const place of indexes) {
      for (let index = place; index >= 0 && !seen.has(index); index = places[index][2]) {
        seen.add(index);
        counts[index]++;
      }
    }
  });
  return counts;
}
