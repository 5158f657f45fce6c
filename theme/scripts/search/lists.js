/* Which items hold a character, a pair of neighbours or a facet's value, and where a pair stands. */
import {
  Bits,
  bytesOf,
  FLAG_BITS,
  itemEntries,
  itemsOf,
  keyOf,
  lastUpTo,
  placeEntries,
  readKeys,
} from "./bits.js";
import { base, once, part } from "./loading.js";

const shards = new Map();
const lists = new Map();
const facetValues = new Map();

function shard(name, facts) {
  return once(shards, name, async () => {
    const [count, begins, text] = await part(name);
    const bits = new Bits(bytesOf(text));
    const keys = name[0] === "c"
      ? singleKeys(facts, Number(name.slice(2)), count)
      : readKeys(bits, facts.alphabet);
    const entries = name[0] === "p"
      ? placeEntries(bits, count)
      : itemEntries(bits, count, facts.items, FLAG_BITS, 0);
    return { keys, begins, entries };
  });
}

/* The keys of a script of single characters: the next ones of the alphabet. */
function singleKeys(facts, index, count) {
  const begin = lastUpTo(facts.singles, facts.singleKeys[index]);
  return facts.singles.slice(begin, begin + count);
}

/* The items that hold one character, or two neighbouring ones, with their flags. */
export function itemList(first, second) {
  return once(lists, first + (second || ""), async () => {
    const facts = await base();
    const key = keyOf(first, second);
    const index = lastUpTo(second ? facts.itemKeys : facts.singleKeys, key);
    if (index < 0) return itemsOf({ count: 0 }, 1, FLAG_BITS);
    const { keys, entries } = await shard(`${second ? "s" : "c"}/${index}`, facts);
    const at = lastUpTo(keys, key);
    return itemsOf(at >= 0 && keys[at] === key ? entries[at] : { count: 0 }, facts.items, FLAG_BITS);
  });
}

/* Where a pair stands in each of `wanted` (sorted items that all have it): Map item → places. */
export async function placeLists(first, second, wanted) {
  const [facts, { items }] = await Promise.all([base(), itemList(first, second)]);
  const key = keyOf(first, second), ordinals = ordinalsOf(items, wanted), found = new Map();
  const pieces = piecesFor(facts, key, ordinals).map((index) => shard(`p/${index}`, facts));
  for (const opened of await Promise.all(pieces)) readPlaces(opened, key, ordinals, found);
  return found;
}

/* For each wanted item that the list has: its number in the list. */
function ordinalsOf(items, wanted) {
  const ordinals = new Map();
  for (let i = 0, j = 0; i < items.length && j < wanted.length;) {
    if (items[i] === wanted[j]) ordinals.set(i++, wanted[j++]);
    else if (items[i] < wanted[j]) i++;
    else j++;
  }
  return ordinals;
}

/* Numbers of the scripts that hold the places of `key` for any of `ordinals`. */
export function piecesFor(facts, key, ordinals) {
  const last = lastUpTo(facts.placeKeys, key), bounds = [], chosen = new Set();
  let first = last;
  while (first > 0 && facts.placeKeys[first] === key && (facts.placeBegins[first] || 0) > 0) first--;
  for (let index = first; index <= last; index++) {
    bounds.push(facts.placeKeys[index] === key ? facts.placeBegins[index] || 0 : 0);
  }
  ordinals.forEach((_item, ordinal) => chosen.add(first + lastUpTo(bounds, ordinal)));
  return Array.from(chosen).sort((one, other) => one - other);
}

/* Puts the places that a script holds of `key` into `found`, for items by their numbers in the pair's list.
   The first key of a script may go on from the script before: its list begins at number `begins`. */
export function readPlaces(opened, key, ordinals, found) {
  let at = opened.keys.indexOf(key), ordinal = at === 0 ? opened.begins : 0;
  for (; at >= 0 && opened.keys[at] === key; at++) {
    const entry = opened.entries[at], bits = new Bits(entry.bytes, entry.bit);
    for (let i = 0; i < entry.count; i++, ordinal++) {
      const places = new Array(bits.gamma());
      let place = -1;
      for (let j = 0; j < places.length; j++) {
        place += bits.rice(entry.width) + 1;
        places[j] = place;
      }
      if (ordinals.has(ordinal)) found.set(ordinals.get(ordinal), places);
    }
  }
}

/* For each value of a facet the items that have it. */
export function facetLists(facet) {
  return once(facetValues, facet, async () => {
    const [facts, [text]] = await Promise.all([base(), part(`f/${facet}`)]);
    const count = facet === "region" ? facts.places.length : facts.facets[facet].length;
    return itemEntries(new Bits(bytesOf(text)), count, facts.items, 0, 1)
      .map((entry) => itemsOf(entry, facts.items, 0).items);
  });
}
