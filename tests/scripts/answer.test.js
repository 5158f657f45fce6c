/* Queries and answers: syntax, sets, phrases, order, excerpts. */
import { deepStrictEqual as equal } from "node:assert";
import { combined, worthOf } from "../../theme/scripts/search/answer.js";
import { cut, excerpt } from "../../theme/scripts/search/excerpt.js";
import { nearness, shortest } from "../../theme/scripts/search/nearness.js";
import { begun, cover } from "../../theme/scripts/search/phrases.js";
import { parseQuery, phrasesOf, wantedTerms, yearsOf } from "../../theme/scripts/search/query.js";
import { holds, inOrder, nearScores, pairsOf, worthMost } from "../../theme/scripts/search/ranking.js";
import {
  everything,
  intersected,
  intersectedFlags,
  united,
  without,
} from "../../theme/scripts/search/sets.js";

const set = (...items) => Int32Array.of(...items);

/* A query in short: `-` before what must not be, `|` between what may be, `field=value`. */
function short(text) {
  return parseQuery(text).clauses.map(({ not, any }) =>
    (not ? "-" : "") + any.map(({ field, value, words }) => field ? `${field}=${value}` : words).join("|")
  );
}

const QUERIES = [
  ["红色 物业", ["红色", "物业"]],
  ['"最后 一公里"', ["最后一公里"]],
  ["“最后 一公里” 甲", ["最后一公里", "甲"]],
  ["”甲 乙“", ["甲乙"]],
  ["“甲 乙“ 丙", ["甲乙", "丙"]],
  ["「甲 乙」丙", ["甲乙", "丙"]],
  ['甲"乙 丙', ["甲", "乙丙"]],
  ["物业 -收费 －乱象", ["物业", "-收费", "-乱象"]],
  ["甲 - 乙", ["甲", "乙"]],
  ["甲 -", ["甲"]],
  ["甲 OR 乙 | 丙", ["甲|乙|丙"]],
  ['甲 "OR" 乙', ["甲", "or", "乙"]],
  ["OR 甲", ["or", "甲"]],
  ["-甲 OR 乙", ["-甲", "or", "乙"]],
  ["甲 OR -乙 丙", ["甲", "-乙", "丙"]],
  ["甲 OR ， 乙", ["甲|乙"]],
  ["栏目:广角 地区：集宁", ["column=广角", "region=集宁"]],
  ['-年:2021 作者:"林 禾"', ["-year=2021", "author=林 禾"]],
  ["年份:2021 类型:报道 类:评论 主题:学", ["year=2021", "kind=报道", "kind=评论", "theme=学"]],
  ["栏目: 广角", ["栏目", "广角"]],
  ["作家:林", ["作家林"]],
  ["，。！", []],
];

for (const [text, clauses] of QUERIES) Deno.test(`query ${text}`, () => equal(short(text), clauses));

Deno.test("a query has an end", () => {
  equal([parseQuery("甲".repeat(400)).cut, parseQuery("甲".repeat(401)).cut], [false, true]);
  equal(parseQuery("甲".repeat(401)).clauses[0].any[0].words.length, 400);
  equal(short("甲 ".repeat(30)).length, 24);
});

Deno.test("what is wanted, and what is marked", () => {
  const { clauses } = parseQuery("甲 OR 乙 -丙 年:2021");
  equal(wantedTerms(clauses).map((term) => term.value), ["甲", "乙", "2021"]);
  equal(phrasesOf(clauses), ["甲", "乙"]);
});

Deno.test("years", () => {
  const asked = ["2021", "２０２１年", "2021-2022", "2021年至2022年", "约2021", "21", "2021-22", "去年"];
  equal(asked.map(yearsOf), [
    [2021, 2021],
    [2021, 2021],
    [2021, 2022],
    [2021, 2022],
    [2021, 2021],
    null,
    null,
    null,
  ]);
});

Deno.test("sets", () => {
  equal(intersected(set(1, 3, 5, 7), set(3, 4, 7)), set(3, 7));
  equal(united([set(10, 2), set(2, 9)]), set(2, 9, 10));
  equal(united([set(1)]), set(1));
  equal(without(set(1, 2, 3), set(2)), set(1, 3));
  equal(everything(3), set(0, 1, 2));
  const one = { items: set(1, 2, 4), flags: Uint8Array.of(3, 1, 2) };
  const other = { items: set(2, 3, 4), flags: Uint8Array.of(3, 3, 1) };
  equal(intersectedFlags(one, other), { items: set(2, 4), flags: Uint8Array.of(1, 0) });
  equal(intersectedFlags(null, other), other);
});

Deno.test("clauses together", () => {
  const term = (...items) => ({ items: set(...items) });
  const clauses = [
    { not: false, any: [term(1, 2), term(3)] },
    { not: false, any: [term(2, 3, 4)] },
    { not: true, any: [term(3)] },
  ];
  equal(combined(clauses, 5, true), set(2));
  equal(combined(clauses, 5, false), set(2, 3));
  equal(combined(clauses.slice(2), 5, true), set(0, 1, 2, 4));
});

Deno.test("pairs cover a phrase", () => {
  equal([2, 3, 4, 5].map(cover), [[0], [0, 1], [0, 2], [0, 2, 3]]);
});

Deno.test("a phrase begins where all of its pairs say so", () => {
  const lists = [new Map([[1, [0, 5]], [2, [3]]]), new Map([[1, [7]], [2, [4]]])];
  equal(begun(set(1, 2), [0, 2], lists, null), new Map([[1, [5]]]));
  equal(begun(set(1), [0, 2], lists, new Map([[1, [0]]])), new Map());
});

Deno.test("worth", () => {
  equal([0, 1, 2, 3].map(worthOf), [1, 3.5, 1.6, 4.1]);
  equal(pairsOf(["甲乙丙", "乙丙", "丁"]).map((pair) => pair.join("")), ["甲乙", "乙丙"]);
  equal(pairsOf([Array.from({ length: 40 }, (_, i) => String.fromCharCode(0x4e00 + i)).join("")]).length, 24);
  const list = { items: set(4, 6), flags: Uint8Array.of(1, 2) };
  const scores = nearScores([list, { items: set(4), flags: Uint8Array.of(0) }], 8);
  equal(scores.get(6), Math.log(1 + 8 / 3));
  equal(scores.get(4), Math.log(1 + 8 / 3) * 1.5 + Math.log(1 + 8 / 2));
});

Deno.test("the items that come near", () => {
  equal(worthMost(new Map([[1, 3], [2, 10], [3, 3.5], [4, 10]])), [4, 2, 3]);
  equal(worthMost(new Map(Array.from({ length: 60 }, (_, item) => [item, 1]))).length, 50);
  equal(worthMost(new Map()), []);
});

Deno.test("orders", () => {
  const found = { scores: new Map([[1, 5], [2, 7], [3, 5], [4, 1]]) }, facts = { undated: 2 };
  const ordered = (order) => inOrder(found, set(1, 2, 3, 4), order, facts);
  equal([ordered("worth"), ordered("new"), ordered("old")], [[2, 3, 1, 4], [4, 3, 2, 1], [2, 3, 4, 1]]);
});

Deno.test("what a draft may show", () => {
  const clause = (text) => parseQuery(text).clauses[0];
  const shown = ["甲", "乙", "甲 OR 丁", "-乙", "-甲", "年:2021", "-年:2021"];
  equal(shown.map((text) => holds(clause(text), ["甲乙", "乙甲"].slice(0, 1))), [
    true,
    true,
    true,
    false,
    false,
    true,
    true,
  ]);
  equal(holds(clause("丙"), ["甲乙"]), false);
  equal(holds(clause("-丙"), ["甲乙"]), true);
});

Deno.test("nearness", () => {
  equal(shortest("甲一乙二二甲乙三", ["甲", "乙"]), 2);
  equal(shortest("甲一二乙", ["甲", "乙"]), 4);
  equal(shortest("乙甲一一一甲", ["甲", "乙"]), 2);
  equal(nearness(["甲，乙"], ["甲", "乙"]), 1);
  equal(nearness(["乙甲"], ["甲", "乙"]), 0.8);
  equal(nearness(["乙一一甲", "甲"], ["甲", "乙"]), 0.8 / 1.1);
  equal(nearness(["甲", "乙"], ["甲", "乙"]), 0);
});

Deno.test("the passage with most of the phrases is shown, the body's before others", () => {
  const text = {
    heading: ["题甲", "引题丁"],
    body: ["开头。", "有甲。", "有甲有乙。"],
    corrections: ["校丙"],
    labels: [["做法", ["丙"]]],
  };
  const shown = (...phrases) => [excerpt(text, phrases).label, excerpt(text, phrases).text];
  equal([shown("甲"), shown("甲", "乙"), shown("丙"), shown("丁"), shown("无"), shown()], [
    ["", "有甲。"],
    ["", "有甲有乙。"],
    ["校正", "校丙"],
    ["", "引题丁"],
    ["", "开头。"],
    ["", "开头。"],
  ]);
});

Deno.test("a passage is cut around its first hit, and never inside a character", () => {
  const long = `${"前".repeat(30)}甲${"后".repeat(100)}甲`;
  const shown = cut({ label: "", text: long }, ["甲"]);
  equal(shown.text, `…${"前".repeat(18)}甲${"后".repeat(41)}…`);
  equal(shown.stretches, [[19, 20]]);
  equal(cut({ label: "", text: "甲乙" }, ["乙"]), { label: "", text: "甲乙", stretches: [[1, 2]] });
  const wide = cut({ label: "", text: `前${"𠮷".repeat(9)}甲${"𠮷".repeat(40)}` }, ["甲"]).text;
  equal(wide, `…${"𠮷".repeat(9)}甲${"𠮷".repeat(21)}…`);
  const whole = "字".repeat(130);
  equal(cut({ label: "", text: whole }, [whole]).stretches, [[0, 120]]);
});
