/* What a person says of a page, as plain data; every function returns a new state and leaves the old one as it is.
   Lines are numbers; { issue, lines, items, authors, tags, checked, withdrawn }. */
import { Editing } from "./editing.js";

const STRUCTURE = ["role", "item", "joins", "after"];
const copied = (value) => value === undefined ? value : JSON.parse(JSON.stringify(value));

/* What the sidecar says already. */
export function begun(page) {
  const said = page.said || {}, lines = {};
  for (const line of Object.keys(said.corrections || {})) {
    const found = { misprints: [] };
    for (const change of said.corrections[line]) {
      STRUCTURE.filter((key) => key in change).forEach((key) => found[key] = change[key]);
      if ("read" in change) found.misprints.push({ read: change.read, as: change.as });
    }
    lines[line] = found;
  }
  const issue = {};
  ["paper", "date", "page"].filter((key) => key in said).forEach((key) => issue[key] = String(said[key]));
  return copied({
    issue,
    lines,
    items: said.items || {},
    authors: said.authors || {},
    tags: said.tags || {},
    checked: said.checked || [],
    withdrawn: said.withdrawn || [],
  });
}

function changed(state, change) {
  const next = copied(state);
  change(next);
  return next;
}

function onLine(next, line) {
  next.lines[line] = next.lines[line] || { misprints: [] };
  return next.lines[line];
}

/* Says one thing of lines: role, item, joins or after; undefined takes it back. */
export function sayOfLines(state, lines, key, value) {
  return changed(state, (next) => {
    for (const line of lines) {
      const own = onLine(next, line);
      if (value === undefined) delete own[key];
      else if (value !== line) own[key] = value;
      if (key === "item" && (value === "none" || value === "new")) delete own.after;
      dropEmpty(next, line);
    }
  });
}

function dropEmpty(next, line) {
  const own = next.lines[line];
  if (!own.misprints.length && !STRUCTURE.some((key) => key in own)) delete next.lines[line];
}

/* Says how a line should read; the words that differ, with as many beside them as tell them from the same before. */
export function sayReading(state, line, text, wanted) {
  const misprint = difference(text, wanted);
  return changed(state, (next) => {
    const own = onLine(next, line);
    own.misprints = own.misprints.filter((each) => !misprint || each.read !== misprint.read);
    if (misprint) own.misprints.push(misprint);
    dropEmpty(next, line);
  });
}

export function difference(text, wanted) {
  if (text === wanted) return null;
  const from = Array.from(text), to = Array.from(wanted);
  let start = 0, end = 0;
  const least = Math.min(from.length, to.length);
  while (start < least && from[start] === to[start]) start++;
  while (end < least - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
  const cut = (left, right) => ({
    read: from.slice(left, from.length - right).join(""),
    as: to.slice(left, to.length - right).join(""),
  });
  /* Both readings have words, and the first place where the one stands is the one that is meant. */
  for (let left = start, right = end, turn = 0;; turn++) {
    const found = cut(left, right);
    if (found.read.trim() && found.as.trim() && text.indexOf(found.read) === offset(from, left)) return found;
    if (left === 0 && right === 0) return null;
    if (turn % 2 && left > 0 || right === 0) left--;
    else right--;
  }
}

const offset = (signs, count) => signs.slice(0, count).join("").length;

/* The line under which something is said of an item already, or its first. */
export function lineFor(entries, lines) {
  const own = Object.keys(entries).map(Number).find((line) => lines.includes(line));
  return own === undefined ? Math.min(...lines) : own;
}

export function sayOfItem(state, lines, key, value) {
  return changed(state, (next) => {
    const line = lineFor(next.items, lines), own = next.items[line] || {};
    if (value) own[key] = value;
    else delete own[key];
    if (Object.keys(own).length) next.items[line] = own;
    else delete next.items[line];
  });
}

export function sayAuthors(state, lines, names) {
  return changed(state, (next) => {
    const line = lineFor(next.authors, lines);
    if (names.length) next.authors[line] = names;
    else delete next.authors[line];
  });
}

/* Adds or refuses a tag of an item; once more takes it back. */
export function sayTag(state, lines, kind, way, name) {
  return changed(state, (next) => {
    const line = lineFor(next.tags, lines), own = next.tags[line] || {};
    const ways = own[kind] || {}, names = ways[way] || [];
    ways[way] = names.includes(name) ? names.filter((other) => other !== name) : names.concat(name);
    if (!ways[way].length) delete ways[way];
    own[kind] = ways;
    if (!Object.keys(ways).length) delete own[kind];
    next.tags[line] = own;
    if (!Object.keys(own).length) delete next.tags[line];
  });
}

export function sayChecked(state, lines, check) {
  return changed(state, (next) => {
    next.checked = next.checked.filter((each) => !lines.includes(each.item));
    if (check) next.checked.push(Object.assign({ item: Math.min(...lines) }, check));
  });
}

export function sayWithdrawn(state, lines, withdrawal) {
  return changed(state, (next) => {
    next.withdrawn = next.withdrawn.filter((each) => !lines.includes(each.item));
    if (withdrawal) next.withdrawn.push(Object.assign({ item: Math.min(...lines) }, withdrawal));
  });
}

export function sayOfIssue(state, key, value) {
  return changed(state, (next) => {
    if (value) next.issue[key] = value;
    else delete next.issue[key];
  });
}

/* The items of a page as they are once what is new in `state` is done: as the generator does, but that a line that is
   said to be something else is not read anew. */
export function foreseen(page, state) {
  const before = begun(page), roles = {}, said = state.lines;
  for (const line of page.lines) roles[line.number] = line.role;
  const news = Object.keys(said).map(Number).sort((a, b) => a - b)
    .filter((line) => JSON.stringify(said[line]) !== JSON.stringify(before.lines[line]));
  for (const line of news) roles[line] = said[line].role || roles[line];
  const drafts = page.items.map((item, from) => ({
    heads: item.heads,
    signs: item.signs,
    body: item.body,
    subheads: item.subheads,
    from,
  }));
  const editing = new Editing(drafts, (line) => roles[line], (line) => Boolean((said[line] || {}).role));
  const was = (line, key) => (before.lines[line] || {})[key];
  news.filter((line) => said[line].role !== was(line, "role")).forEach((line) => editing.play(line));
  for (const line of news) editing.correct(line, said[line]);
  return { items: editing.drafts, roles };
}
