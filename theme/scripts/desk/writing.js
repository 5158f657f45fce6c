/* Writes what a person says as a sidecar. Parts of an old one that nothing was said about stay as they are, word for
   word; of the others, the remarks within are not kept. */
import { begun } from "./state.js";

const ORDER = ["paper", "date", "page", "corrections", "authors", "items", "checked", "tags", "withdrawn"];
const PLAIN = /^[\p{L}“”‘’《》，。、；！？（）·—…□◎■○●][\p{L}\p{N}“”‘’《》，。、；！？（）·—…]*$/u;
const SPECIAL = /^(?:y|n|yes|no|on|off|true|false|null|none|page|new)$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TOP = /^([A-Za-z_]+)\s*:/;

/* A value as YAML takes it for these words. */
export function word(text) {
  const words = String(text);
  return (PLAIN.test(words) && !SPECIAL.test(words)) || DAY.test(words) ? words : JSON.stringify(words);
}

const flow = (pairs) => `{${pairs.map(([key, value]) => `${key}: ${value}`).join(", ")}}`;
const row = (values) => `[${values.join(", ")}]`;

class Writer {
  constructor(page, state) {
    this.state = state;
    this.names = new Map(page.lines.map((line) => [line.number, line.name]));
  }

  line(number) {
    return typeof number === "number" ? this.names.get(number) || String(number) : word(number);
  }

  /* The lines of one part, or nothing where nothing is said. */
  part(key) {
    const { issue } = this.state;
    if (key in issue) return `${key}: ${word(issue[key])}`;
    if (["paper", "date", "page"].includes(key)) return "";
    if (key === "corrections") return this.keyed(key, this.state.lines, (own) => this.changes(own));
    if (key === "authors") return this.keyed(key, this.state.authors, (names) => row(names.map(person)));
    if (key === "items") return this.keyed(key, this.state.items, (own) => flow(pairsOf(own)));
    if (key === "tags") return this.keyed(key, this.state.tags, tagging);
    const entries = this.state[key].map((each) => `  - ${this.entry(each)}`);
    return entries.length ? [`${key}:`].concat(entries).join("\n") : "";
  }

  keyed(key, entries, written) {
    const numbers = Object.keys(entries).filter((name) => /^\d+$/.test(name)).map(Number).sort((a, b) =>
      a - b
    );
    const words = Object.keys(entries).filter((name) => !/^\d+$/.test(name));
    const rows = words.map((name) => `  ${name}: ${written(entries[name], name)}`)
      .concat(numbers.map((line) => `  ${this.line(line)}: ${written(entries[line], line)}`));
    return rows.length ? [`${key}:`].concat(rows).join("\n") : "";
  }

  changes(own) {
    const place = ["item", "joins", "after"].filter((key) => key in own)
      .map((key) => [key, ["new", "none"].includes(own[key]) ? own[key] : this.line(own[key])]);
    const misprints = own.misprints.map((each) => flow([["read", word(each.read)], ["as", word(each.as)]]));
    const first = !place.length
      ? own.role && (misprints.length ? flow([["role", own.role]]) : own.role)
      : flow((own.role ? [["role", own.role]] : []).concat(place));
    const all = (first ? [first] : []).concat(misprints);
    return all.length === 1 ? all[0] : row(all);
  }

  /* An entry of `checked` or `withdrawn`; one that names a line alone stands as that. */
  entry(each) {
    const keys = Object.keys(each).filter((key) => each[key] !== undefined && each[key] !== "");
    if (keys.length === 1 && keys[0] === "item") return this.line(each.item);
    const value = (key) => {
      if (key === "item") return this.line(each.item);
      if (key === "text") return JSON.stringify(String(each.text));
      return each[key] === true ? "true" : word(each[key]);
    };
    return flow(keys.map((key) => [key, value(key)]));
  }
}

const WORDS_OF_OURS = ["kind"];
const pairsOf = (own) =>
  Object.keys(own).map((key) => [
    key,
    WORDS_OF_OURS.includes(key) || own[key] === "none" ? own[key] : word(own[key]),
  ]);
const person = (each) => typeof each === "string" ? word(each) : flow(pairsOf(each));
const changesOf = (ways) => flow(Object.keys(ways).map((way) => [way, row(ways[way].map(word))]));
/* Of the whole page (`themes: {add: …}`), or of an item (`5 …: {themes: {add: …}}`). */
const tagging = (own, key) =>
  typeof key === "number"
    ? flow(Object.keys(own).map((kind) => [kind, changesOf(own[kind])]))
    : changesOf(own);

/* The text of the sidecar of `page` that says what `state` does. */
export function sidecarOf(page, state) {
  const before = new Writer(page, begun(page)), now = new Writer(page, state);
  const parts = partsOf(page.text || "");
  for (const key of ORDER) {
    const written = now.part(key);
    if (written === before.part(key)) continue;
    const old = parts.find((part) => part.key === key);
    if (old) old.body = written;
    else if (written) parts.push({ key, above: "", body: written });
  }
  const text = parts.filter((part) => part.body || !part.key).map((part) => part.above + part.body).join(
    "\n",
  );
  return text.trim() ? `${text.replace(/\n+$/, "")}\n` : "";
}

/* An old sidecar in parts: { key, above, body }, `above` being the remarks before it. */
export function partsOf(text) {
  const parts = [];
  let above = [], current = null;
  for (const line of text.replace(/\n+$/, "").split("\n")) {
    const top = TOP.exec(line);
    if (top) {
      if (current) parts.push(current);
      current = { key: top[1], above: above.map((each) => `${each}\n`).join(""), body: line };
      above = [];
    } else if (current && (/^\s+\S/.test(line) || /^-/.test(line))) {
      current.body += above.map((each) => `\n${each}`).join("") + `\n${line}`;
      above = [];
    } else above.push(line);
  }
  if (current) parts.push(current);
  if (above.some((line) => line.trim())) parts.push({ key: "", above: "", body: above.join("\n") });
  return parts;
}
