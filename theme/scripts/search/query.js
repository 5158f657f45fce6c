/* What a reader typed, as clauses that all must hold. Nothing is ever an error: what has no meaning
   as syntax is a plain word. */
import { fold } from "./fold.js";

const LONGEST = 400;
const MOST_TERMS = 24;
const FIELDS = new Map([
  ["栏目", "column"],
  ["地区", "region"],
  ["主题", "theme"],
  ["作者", "author"],
  ["年", "year"],
  ["年份", "year"],
  ["类", "kind"],
  ["类型", "kind"],
]);
const QUOTES = new Map([['"', '"'], ["“", "”"], ["”", "“"], ["「", "」"], ["『", "』"], ["＂", "＂"]]);
const BLANK = /\s/;

/* Cuts the text at blanks outside quotation marks: {text, quoted, not, field}. */
function tokens(text) {
  const found = [];
  let at = 0;
  while (at < text.length) {
    if (BLANK.test(text[at])) {
      at++;
      continue;
    }
    const token = { text: "", quoted: false, not: false, field: null };
    if (/[-－]/.test(text[at]) && at + 1 < text.length && !BLANK.test(text[at + 1])) {
      token.not = true;
      at++;
    }
    const field = /^([^\s:："“]{1,2})[:：](?=\S)/.exec(text.slice(at, at + 8));
    if (field && FIELDS.has(field[1])) {
      token.field = FIELDS.get(field[1]);
      at += field[0].length;
    }
    at = QUOTES.has(text[at]) ? quoted(text, at, token) : plain(text, at, token);
    found.push(token);
  }
  return found;
}

/* A quotation without an end reaches to the end of the text. */
function quoted(text, at, token) {
  let end = text.indexOf(QUOTES.get(text[at]), at + 1);
  if (end < 0) end = text.indexOf(text[at], at + 1);
  token.quoted = true;
  token.text = text.slice(at + 1, end < 0 ? text.length : end);
  return end < 0 ? text.length : end + 1;
}

function plain(text, at, token) {
  const begin = at;
  while (at < text.length && !BLANK.test(text[at]) && !(at > begin && /["“「『＂]/.test(text[at]))) at++;
  token.text = text.slice(begin, at);
  return at;
}

/* Returns {clauses: [{not, any: [term]}], cut}; a term is {field, value, words} with folded words. */
export function parseQuery(text, variants) {
  const clauses = [];
  let join = false;
  for (const token of tokens(text.slice(0, LONGEST))) {
    const last = clauses[clauses.length - 1];
    if (isOr(token) && last && !last.not) {
      join = true;
      continue;
    }
    const term = { field: token.field, value: token.text.trim(), words: fold(token.text, variants) };
    if (!term.words) continue;
    if (join && !token.not) last.any.push(term);
    else if (clauses.length < MOST_TERMS) clauses.push({ not: token.not, any: [term] });
    join = false;
  }
  return { clauses, cut: text.length > LONGEST };
}

function isOr(token) {
  return !token.quoted && !token.field && !token.not && ["OR", "ＯＲ", "|"].includes(token.text);
}

/* 2021-2022 or 2021: the first and the last year, or null. */
export function yearsOf(value) {
  const found = /^\D?(\d{4})年?(?:[-－—–~～至到]+(\d{4})年?)?$/.exec(value.normalize("NFKC").trim());
  return found ? [Number(found[1]), Number(found[2] || found[1])] : null;
}

/* The terms that an item must have, those of `not` left aside. */
export function wantedTerms(clauses) {
  return [].concat(...clauses.filter((clause) => !clause.not).map((clause) => clause.any));
}

/* The words to mark in a result. */
export function phrasesOf(clauses) {
  return wantedTerms(clauses).filter((term) => !term.field).map((term) => term.words);
}
