/* What the reader may mean: places, columns, themes, practices, authors and headlines. */
import { namesOf } from "./fields.js";
import { fold } from "./fold.js";
import { base } from "./loading.js";
import { pathOf, placeAddress, placesNamed } from "./places.js";
import { pairsOf } from "./ranking.js";
import { articleAddress, names } from "./texts.js";

const FIELD_WORDS = { region: "地区", column: "栏目", theme: "主题", a: "作者" };
const KIND_WORDS = { region: "地区", column: "栏目", theme: "主题", p: "做法", a: "作者", h: "标题" };
/* Kinds in the order in which they are suggested. */
const KINDS = Object.keys(KIND_WORDS);
const MOST_SUGGESTED = 6;
const MOST_OF_A_KIND = 3;

/* Resolves with [{name, note, query, href}], places and columns first. */
export async function suggested(text) {
  const last = /(?:^|\s)(\S+)$/.exec(text);
  if (!last || /["“:：]/.test(last[1])) return [];
  const facts = await base();
  const prefix = fold(last[1], facts.variants);
  if (!prefix) return [];
  const rows = await names("g", prefix);
  const found = merged(fromFacets(prefix, facts), placesNamed(prefix, facts, rows))
    .concat(
      rows.filter((row) => row[1] !== "l").map(([, kind, name, count, id]) => ({ kind, name, count, id })),
    );
  return balanced(found).map((row) => completed(row, text.slice(0, last.index), facts));
}

/* Rows of values, and those places among the others that are not among them. */
function merged(rows, places) {
  const known = new Set(rows.map((row) => row.id).filter(Boolean));
  return places.filter((place) => !known.has(place.id)).concat(rows);
}

/* What a reader may mean by words that are found nowhere: values that share two neighbouring characters with
   them, the most alike first, then names that begin alike. */
export async function offered(text) {
  const facts = await base();
  const words = fold(text.replace(/^[^\s:：]{1,2}[:：]/, ""), facts.variants);
  const pairs = pairsOf([words]).map((pair) => pair.join(""));
  const alike = [].concat(...["region", "theme", "column"].map((kind) => alikeIn(kind, pairs, facts)));
  alike.sort((one, other) => other.shared - one.shared);
  const rows = words ? await names("g", Array.from(words).slice(0, 2).join("")) : [];
  const begun = rows.filter((row) => row[1] !== "l").map(([, kind, name, count, id]) => ({
    kind,
    name,
    count,
    id,
  }));
  return alike.slice(0, MOST_SUGGESTED).concat(balanced(begun).slice(0, MOST_OF_A_KIND))
    .map((row) => completed(row, "", facts));
}

function alikeIn(kind, pairs, facts) {
  return valuesOf(kind, facts).map((row) => {
    const name = fold(row.name, facts.variants);
    return { ...row, shared: pairs.filter((pair) => name.includes(pair)).length };
  }).filter((row) => row.shared);
}

function valuesOf(kind, facts) {
  return namesOf(kind, facts).map((name, at) => {
    return { kind, name, count: 0, ...(kind === "region" ? { id: facts.places[at][0] } : {}) };
  }).filter((row) => row.name !== "未定");
}

export function fromFacets(prefix, facts) {
  return [].concat(
    ...["region", "column", "theme"].map((kind) =>
      valuesOf(kind, facts).filter((row) => fold(row.name, facts.variants).includes(prefix))
    ),
  );
}

/* Kind after kind, and at most three of each, so that many headlines do not crowd out a name. */
export function balanced(rows) {
  const counts = new Map();
  rows.sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || other.count - one.count);
  return rows.filter(({ kind }) => {
    counts.set(kind, (counts.get(kind) || 0) + 1);
    return counts.get(kind) <= MOST_OF_A_KIND;
  }).slice(0, MOST_SUGGESTED);
}

/* The query that a suggestion makes of what stands before it; a place alone leads to its page. */
export function completed(row, before, facts) {
  const name = /\s/.test(row.name) ? `"${row.name.replace(/"/g, "")}"` : row.name;
  const field = FIELD_WORDS[row.kind];
  return {
    name: row.name,
    note: noteOf(row, facts),
    query: (before ? `${before} ` : "") + (field ? `${field}:${name}` : name),
    href: hrefOf(row, before),
  };
}

function hrefOf(row, before) {
  if (row.kind === "h") return articleAddress(row.id);
  return row.kind === "region" && row.id && !before ? placeAddress(row.id) : null;
}

/* What a suggestion is; of a place also what else it is called, and where it lies. */
function noteOf(row, facts) {
  const path = row.id && row.kind === "region" && facts ? pathOf(row.id, facts.places) : "";
  return [KIND_WORDS[row.kind], row.other && `又称${row.other}`, path].filter(Boolean).join(" · ");
}
