/* What is chosen, what it lets through, and how many items each value has. `data` is what
   browse/facets.js holds; `chosen` maps each facet to a set of indexes of its values. */

export const FACETS = [
  ["region", "地区"],
  ["column", "栏目"],
  ["theme", "主题"],
  ["kind", "体裁"],
  ["year", "年份"],
];

/* The choice that an address's fragment (`region=150100&kind=caption`) names. */
export function readChoice(fragment, data) {
  const asked = new URLSearchParams(fragment), chosen = {};
  for (const [facet] of FACETS) {
    const keys = new Set(asked.getAll(facet));
    const indexes = Array.from(data[facet].keys());
    chosen[facet] = new Set(indexes.filter((index) => keys.has(data[facet][index][0])));
  }
  return chosen;
}

/* The same the other way; empty where nothing is chosen. */
export function writeChoice(chosen, data) {
  const asked = new URLSearchParams();
  for (const [facet] of FACETS) chosen[facet].forEach((index) => asked.append(facet, data[facet][index][0]));
  return asked.toString();
}

/* Of a place and one inside it, only the inner one counts. */
export function innermost(indexes, places) {
  const left = new Set(indexes);
  indexes.forEach((index) => above(index, places).forEach((upper) => left.delete(upper)));
  return left;
}

/* The places that hold a place, the nearest first. */
function above(index, places) {
  const found = [];
  for (let at = places[index][2]; at >= 0; at = places[at][2]) found.push(at);
  return found;
}

export function depth(index, places) {
  return above(index, places).length;
}

/* Counts each value among the items that all other facets let through: {found, counts}, `found` being
   the items that all facets let through, and `counts` holding a list for each facet. */
export function count(data, chosen) {
  const sets = FACETS.map(([facet]) => {
    return facet === "region" ? innermost(chosen.region, data.region) : chosen[facet];
  });
  const counts = FACETS.map(([facet]) => new Uint32Array(data[facet].length)), found = [];
  data.items.forEach((item, number) => {
    const missed = Array.from(sets.keys()).filter((at) => !fits(item[at], sets[at]));
    if (!missed.length) found.push(number);
    if (missed.length > 1) return;
    item.forEach((indexes, at) => {
      if (!missed.length || at === missed[0]) indexes.forEach((index) => counts[at][index]++);
    });
  });
  return { found, counts };
}

function fits(indexes, wanted) {
  return !wanted.size || indexes.some((index) => wanted.has(index));
}

/* The places to offer, each followed by what lies in it: the leagues, what is chosen, and what lies
   just below a chosen one. */
export function offered(chosen, places) {
  return placesInOrder(places).filter((index) => {
    return depth(index, places) === 1 || chosen.has(index) || chosen.has(places[index][2]);
  });
}

function placesInOrder(places) {
  const inside = new Map();
  places.forEach((place, index) => inside.set(place[2], (inside.get(place[2]) || []).concat(index)));
  const walk = (index) => [index].concat(...(inside.get(index) || []).map(walk));
  return walk(-1).slice(1);
}
