/* What the reader may mean: places, columns, themes, practices, authors and headlines. */
import { namesOf } from "./fields.js";
import { fold } from "./fold.js";
import { base } from "./loading.js";
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
  const rows = (await names("g", prefix)).map(([, kind, name, count, id]) => ({ kind, name, count, id }));
  const found = fromFacets(prefix, facts).concat(rows);
  return balanced(found).map((row) => completed(row, text.slice(0, last.index)));
}

export function fromFacets(prefix, facts) {
  return [].concat(...["region", "column", "theme"].map((kind) =>
    namesOf(kind, facts)
      .filter((name) => name !== "未定" && fold(name, facts.variants).includes(prefix))
      .map((name) => ({ kind, name, count: 0 }))
  ));
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

/* The query that a suggestion makes of what stands before it. */
export function completed(row, before) {
  const name = /\s/.test(row.name) ? `"${row.name.replace(/"/g, "")}"` : row.name;
  const field = FIELD_WORDS[row.kind];
  return {
    name: row.name,
    note: KIND_WORDS[row.kind],
    query: (before ? `${before} ` : "") + (field ? `${field}:${name}` : name),
    href: row.kind === "h" ? articleAddress(row.id) : null,
  };
}
