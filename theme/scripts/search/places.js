/* Which places a reader may mean: by official, short or former name, by pinyin, or by a spelling that is nearly one. */
import { fold } from "./fold.js";
import { root } from "../shell/root.js";

const MOST = 3;
const SHORTEST_NEAR = 3;
const SHORTEST_PINYIN = 4;
const LATIN = /^[a-z]+$/;

export function placeAddress(code) {
  return `${root}regions/${code}/index.html`;
}

/* The places above one, from the league down, as an address is written; empty for a league. */
export function pathOf(code, places) {
  const names = [];
  let at = places.findIndex((place) => place[0] === code);
  for (at = at < 0 ? at : places[at][2]; at >= 0 && places[at][2] >= 0; at = places[at][2]) {
    names.unshift(places[at][1]);
  }
  return names.join("");
}

/* Places that words name outright: [{name, id, other}]. `others` are rows of other names: [folded, "l", name, _, code]. */
export function placesNamed(words, facts, others) {
  const found = new Map();
  const add = (id, name, other) =>
    found.has(id) || found.set(id, { kind: "region", name, count: 0, id, other });
  const known = facts.places.filter((place) => place[1] !== "未定");
  const spelled = known.map((place) => [fold(place[1], facts.variants), place]);
  spelled.filter(([name]) => name === words || (words.length > 1 && name.slice(0, -1) === words))
    .forEach(([, place]) => add(place[0], place[1], ""));
  others.filter((row) => row[1] === "l" && (row[0] === words || isPinyin(words)))
    .sort((one, other) => one[0].length - other[0].length)
    .forEach((row) => add(row[4], row[2], LATIN.test(row[0]) ? "" : row[0]));
  if (!found.size) {
    spelled.filter(([name]) => isNear(words, name) || isNear(words, name.slice(0, -1)))
      .forEach(([, place]) => add(place[0], place[1], ""));
  }
  return Array.from(found.values()).slice(0, MOST);
}

function isPinyin(words) {
  return LATIN.test(words) && words.length >= SHORTEST_PINYIN;
}

/* Whether one character is wrong, missing or too many. */
export function isNear(one, other) {
  const left = Array.from(one), right = Array.from(other);
  if (Math.min(left.length, right.length) < SHORTEST_NEAR || Math.abs(left.length - right.length) > 1) {
    return false;
  }
  let same = 0;
  while (same < left.length && same < right.length && left[same] === right[same]) same++;
  let tail = 0;
  const most = Math.min(left.length, right.length) - same;
  while (tail < most && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail++;
  return Math.max(left.length, right.length) - same - tail === 1;
}
