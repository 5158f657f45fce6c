/* What a reader typed, as clauses that all must hold. Nothing is ever an error: what has no meaning
   as syntax is a plain word. */
(function () {
  "use strict";
  var Banmian = (window.Banmian = window.Banmian || {});

  var LONGEST = 400;
  var MOST_TERMS = 24;
  var FIELDS = {
    "栏目": "column", "地区": "region", "主题": "theme", "作者": "author",
    "年": "year", "年份": "year", "类": "kind", "类型": "kind"
  };
  var QUOTES = { "\"": "\"", "“": "”", "”": "“", "「": "」", "『": "』", "＂": "＂" };
  var BLANK = /\s/;

  /* Cuts the text at blanks outside quotation marks: {text, quoted, not, field}. */
  function tokens(text) {
    var found = [], at = 0;
    while (at < text.length) {
      if (BLANK.test(text[at])) { at++; continue; }
      var token = { text: "", quoted: false, not: false, field: null, raw: "" }, begin = at;
      if (/[-－]/.test(text[at]) && at + 1 < text.length && !BLANK.test(text[at + 1])) { token.not = true; at++; }
      var field = /^([^\s:："“]{1,2})[:：](?=\S)/.exec(text.slice(at, at + 8));
      if (field && Object.prototype.hasOwnProperty.call(FIELDS, field[1])) {
        token.field = FIELDS[field[1]];
        at += field[0].length;
      }
      at = Object.prototype.hasOwnProperty.call(QUOTES, text[at]) ? quoted(text, at, token) : plain(text, at, token);
      token.raw = text.slice(begin, at);
      found.push(token);
    }
    return found;
  }

  /* A quotation without an end reaches to the end of the text. */
  function quoted(text, at, token) {
    var end = text.indexOf(QUOTES[text[at]], at + 1);
    if (end < 0) end = text.indexOf(text[at], at + 1);
    token.quoted = true;
    token.text = text.slice(at + 1, end < 0 ? text.length : end);
    return end < 0 ? text.length : end + 1;
  }

  function plain(text, at, token) {
    var begin = at;
    while (at < text.length && !BLANK.test(text[at]) && !(at > begin && /["“「『＂]/.test(text[at]))) at++;
    token.text = text.slice(begin, at);
    return at;
  }

  /* Returns {clauses: [{not, any: [term]}], cut}; a term is {field, value, words} with folded words. */
  function parse(text, variants) {
    var cut = text.length > LONGEST;
    var clauses = [], join = false;
    tokens(text.slice(0, LONGEST)).forEach(function (token) {
      if (isOr(token) && clauses.length && !clauses[clauses.length - 1].not) { join = true; return; }
      var term = { field: token.field, value: token.text.trim(), words: Banmian.fold(token.text, variants) };
      if (!term.words) return;
      if (join && !token.not) clauses[clauses.length - 1].any.push(term);
      else if (clauses.length < MOST_TERMS) clauses.push({ not: token.not, any: [term] });
      join = false;
    });
    return { clauses: clauses, cut: cut };
  }

  function isOr(token) {
    return !token.quoted && !token.field && !token.not && (token.text === "OR" || token.text === "ＯＲ" || token.text === "|");
  }

  /* 2021-2022 or 2021: the first and the last year, or null. */
  function yearsOf(value) {
    var found = /^\D?(\d{4})年?(?:[-－—–~～至到]+(\d{4})年?)?$/.exec(value.normalize("NFKC").trim());
    return found ? [Number(found[1]), Number(found[2] || found[1])] : null;
  }

  Banmian.parseQuery = parse;
  Banmian.yearsOf = yearsOf;
})();
