/* What the index holds in words: the text of an item, and names by how they begin. */
import { root } from "../shell/root.js";
import { base, part } from "./loading.js";

export async function textOf(item) {
  const facts = await base();
  const [rows] = await part(`d/${Math.floor(item / facts.perText)}`);
  const [id, title, note, heading, labels, body, corrections] = rows[item % facts.perText];
  return { item, id, title, note, heading, labels, body, corrections, href: articleAddress(id) };
}

export function articleAddress(id) {
  return `${root}articles/${id}/index.html`;
}

/* Every passage of a result that is searched; the same as SearchRecord.texts. */
export function textsOf(text) {
  const filed = [].concat(...text.labels.map((label) => label[1]));
  return text.heading.concat(filed, text.body, text.corrections);
}

/* Rows of sorted names (folder a: authors, g: suggestions, i: items' ids) that begin with `prefix`. */
export async function names(folder, prefix) {
  const facts = await base();
  const firsts = { a: facts.authors, g: facts.suggestions, i: facts.ids }[folder];
  const scripts = await Promise.all(scriptsFor(firsts, prefix).map((index) => part(`${folder}/${index}`)));
  return [].concat(...scripts.map((values) => values[0])).filter((row) => row[0].startsWith(prefix));
}

/* Numbers of items by their ids, ascending; what the archive does not have is left out. */
export async function itemNumbers(ids) {
  const rows = await Promise.all(ids.map((id) => names("i", id)));
  const numbers = rows.map((found, at) => found.find((row) => row[0] === ids[at])).filter(Boolean);
  return Int32Array.from(numbers, (row) => row[1]).sort();
}

/* Numbers of the scripts that may hold names with `prefix`; `firsts` is the first name of each. */
export function scriptsFor(firsts, prefix) {
  let begin = 0;
  while (begin + 1 < firsts.length && below(firsts[begin + 1], prefix)) begin++;
  if (!firsts.length) return [];
  const more = begin + 1 < firsts.length && firsts[begin + 1].startsWith(prefix);
  return more ? [begin, begin + 1] : [begin];
}

/* Whether `one` stands before `other` in order of code points. */
export function below(one, other) {
  const left = Array.from(one), right = Array.from(other);
  for (let i = 0; i < left.length && i < right.length; i++) {
    if (left[i] !== right[i]) return left[i].codePointAt(0) < right[i].codePointAt(0);
  }
  return left.length < right.length;
}
