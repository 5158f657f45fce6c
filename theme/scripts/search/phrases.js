/* Phrases of three and more characters: candidates by their pairs, each then confirmed, on the text where
   few items are in question, else by the places of the pairs. */
import { fold } from "./fold.js";
import { itemList, placeLists } from "./lists.js";
import { base } from "./loading.js";
import { intersectedFlags } from "./sets.js";
import { textOf, textsOf } from "./texts.js";

export const FEW = 12;
const AT_ONCE = 5;

/* Offsets of the pairs that together cover a phrase of `length` characters. */
export function cover(length) {
  const offsets = [];
  for (let at = 0; at + 1 < length; at += 2) offsets.push(at);
  if (length % 2) offsets.push(length - 2);
  return offsets;
}

/* Items that may hold the phrase: {items, flags}; exact for one and two characters. */
export async function candidates(characters) {
  if (characters.length < 3) return itemList(characters[0], characters[1]);
  const offsets = cover(characters.length);
  let found = null;
  for (let from = 0; from < offsets.length && !(found && found.items.length <= FEW); from += AT_ONCE) {
    const pairs = offsets.slice(from, from + AT_ONCE)
      .map((offset) => itemList(characters[offset], characters[offset + 1]));
    found = (await Promise.all(pairs)).reduce(intersectedFlags, found);
  }
  return found;
}

/* Those of `items` that really hold the phrase. */
export function confirmed(characters, items) {
  if (characters.length < 3 || !items.length) return Promise.resolve(items);
  return items.length <= FEW ? confirmedByText(characters, items) : confirmedByPlaces(characters, items);
}

async function confirmedByText(characters, items) {
  const phrase = characters.join("");
  const [facts, texts] = await Promise.all([base(), Promise.all(Array.from(items, textOf))]);
  const holding = texts.filter((text) =>
    textsOf(text).some((passage) => fold(passage, facts.variants).includes(phrase))
  );
  return Int32Array.from(holding.map((text) => text.item));
}

async function confirmedByPlaces(characters, items) {
  const offsets = cover(characters.length);
  let begins = null;
  for (let from = 0; from < offsets.length && items.length; from += AT_ONCE) {
    if (items.length <= FEW) return confirmedByText(characters, items);
    const some = offsets.slice(from, from + AT_ONCE), asked = items;
    const lists = await Promise.all(
      some.map((offset) => placeLists(characters[offset], characters[offset + 1], asked)),
    );
    begins = begun(items, some, lists, begins);
    items = Int32Array.from(begins.keys());
  }
  return items;
}

/* The places at which the phrase may begin in each item, so far as these pairs tell. */
export function begun(items, offsets, lists, earlier) {
  const kept = new Map();
  items.forEach((item) => {
    const here = offsets.reduce((starts, offset, index) => {
      const shifted = (lists[index].get(item) || []).map((place) => place - offset);
      if (!starts) return shifted;
      const have = new Set(shifted);
      return starts.filter((start) => have.has(start));
    }, earlier && earlier.get(item));
    if (here.length) kept.set(item, here);
  });
  return kept;
}
