/* What reads the index: folding, bits, keys, rows of names. */
import { deepStrictEqual as equal } from "node:assert";
import {
  Bits,
  bytesOf,
  gapWidth,
  itemEntries,
  itemsOf,
  keyOf,
  keysOf,
  lastUpTo,
  placeEntries,
  readKeys,
} from "../../theme/scripts/search/bits.js";
import { fold, foldWithPlaces, stretches } from "../../theme/scripts/search/fold.js";
import { piecesFor, readPlaces } from "../../theme/scripts/search/lists.js";
import { once } from "../../theme/scripts/search/loading.js";
import { below, scriptsFor, textsOf } from "../../theme/scripts/search/texts.js";

/* Bytes of a row of bits, blanks left out. */
function bits(row) {
  const signs = row.replace(/ /g, "").padEnd(64, "1");
  return new Bits(Uint8Array.from(signs.match(/.{8}/g), (byte) => parseInt(byte, 2)));
}

Deno.test("what is searched alike", () => {
  equal(fold("ＡＢ，第１２期（上）"), "ab第12期上");
  equal(fold("３５％＋２.5㎡"), "35%+2.5m2");
  equal(fold("二○二二、ﬁ…‥①"), "二〇二二fi1");
  equal(fold("乾\ufe00坤", new Map([["乾", "干"]])), "干坤");
  equal(foldWithPlaces("𠮷，㎡").from, [0, 3, 3]);
  equal(foldWithPlaces("𠮷，㎡").to, [2, 4, 4]);
});

Deno.test("where phrases stand", () => {
  equal(stretches("党建，党建", ["党建"]), [[0, 2], [3, 5]]);
  equal(stretches("一二三四", ["一二", "二三", ""]), [[0, 3]]);
  equal(stretches("一二三四", ["三四", "一二"]), [[0, 2], [2, 4]]);
  equal(stretches("一二三四", ["一二三四", "二"]), [[0, 4]]);
  equal(stretches("𠮷建 𠮷", ["𠮷"]), [[0, 2], [4, 6]]);
  equal(stretches("啊啊啊", ["啊啊"]), [[0, 3]]);
  equal(stretches("乾坤", ["干坤"], new Map([["乾", "干"]])), [[0, 2]]);
});

Deno.test("keys keep their order, and a blank is no second character", () => {
  equal(keyOf("一", "二"), 0x4e00 * 2097152 + 0x4e8c);
  equal(keysOf("一二三 "), [keyOf("一", "二"), keyOf("三")]);
  equal([0, 1, 2, 3, 9].map((key) => lastUpTo([1, 3, 3, 5], key)), [-1, 0, 0, 2, 3]);
});

Deno.test("bytes of base 85", () => {
  equal(Array.from(bytesOf("((((()((((((((]")), [0, 0, 0, 0, 3, 28, 132, 177, 0, 0, 0, 52]);
});

Deno.test("numbers of bits", () => {
  const read = bits("1 01 001 0000000000000 1 101");
  equal([read.zeros(), read.zeros(), read.zeros(), read.zeros(), read.low(3)], [0, 1, 2, 13, 5]);
  equal(bits("0001 10").rice(2), 14);
  equal(bits("001 01").gamma(), 5);
  equal(bits("1").gamma(), 1);
  equal(bits("11111 01010101 110").low(13), 0b1111101010101);
  const skipped = bits("01 11 1 11 001 0");
  skipped.skip(2, 2);
  equal(skipped.zeros(), 2);
  equal([[1, 1], [3, 1], [100, 10], [100, 100], [100000, 1]].map(([all, some]) => gapWidth(all, some)), [
    0,
    1,
    2,
    0,
    16,
  ]);
});

Deno.test("lists of items", () => {
  const read = bits("010 1 10 01 11 1 1 01");
  const entries = itemEntries(read, 2, 2, 2, 0);
  equal(entries.map((entry) => entry.count), [2, 1]);
  equal(itemsOf(entries[0], 2, 2), { items: Int32Array.of(0, 2), flags: Uint8Array.of(2, 3) });
  equal(itemEntries(bits("1 010 1"), 2, 2, 0, 1).map((entry) => entry.count), [0, 1]);
  equal(itemsOf({ count: 0 }, 1, 2).items.length, 0);
});

Deno.test("lists of places are opened one after another", () => {
  const entries = placeEntries(bits("1 000001 010 1 0 1 1 1 000000 1 1 1"), 2);
  equal(entries.map((entry) => [entry.count, entry.width, entry.bit]), [[1, 1, 7], [1, 0, 21]]);
});

Deno.test("keys of a script begin its next byte behind them", () => {
  const read = bits("1 010 1 1 0000 0000");
  equal(readKeys(read, [7, 9]), [9 * 2097152 + 7]);
  equal(read.bit, 8);
  const full = bits("1 010 1 01 0");
  equal(readKeys(full, [7, 9, 11]), [9 * 2097152 + 11]);
  equal(full.bit, 8);
});

Deno.test("places of a list that an earlier script began", () => {
  const read = bits("010 000000 1 1 010 1 01 1 000000 1 01");
  const entries = placeEntries(read, 2);
  const places = (key, ...wanted) => {
    const found = new Map();
    readPlaces({ keys: [5, 8], begins: 3, entries }, key, new Map(wanted), found);
    return Array.from(found);
  };
  equal(places(5, [3, "甲"], [4, "乙"], [0, "丙"]), [["甲", [0]], ["乙", [0, 2]]]);
  equal(places(8, [0, "甲"], [3, "乙"]), [["甲", [1]]]);
  equal(places(7, [0, "甲"]), []);
});

Deno.test("the scripts that hold a pair's places", () => {
  const facts = { placeKeys: [1, 5, 5, 5, 8], placeBegins: { 1: 0, 2: 10, 3: 20 } };
  const asked = (...numbers) => piecesFor(facts, 5, new Map(numbers.map((number) => [number, 0])));
  equal([asked(0), asked(9, 10), asked(25), asked(30, 1)], [[1], [1, 2], [3], [1, 3]]);
  equal(piecesFor({ placeKeys: [1, 5], placeBegins: { 1: 3 } }, 5, new Map([[0, 0], [3, 0]])), [0, 1]);
});

Deno.test("names and the scripts that hold them", () => {
  equal(
    [below("一", "二"), below("二", "一"), below("一", "一"), below("一", "一二"), below("\uffff", "𠮷")],
    [
      true,
      false,
      false,
      true,
      true,
    ],
  );
  const firsts = ["乙", "丙甲", "丙乙", "丁"].sort();
  equal(scriptsFor([], "丙"), []);
  equal(firsts, ["丁", "丙乙", "丙甲", "乙"]);
  equal([scriptsFor(firsts, "一"), scriptsFor(firsts, "丙乙"), scriptsFor(firsts, "乙")], [[0], [0, 1], [
    2,
    3,
  ]]);
});

Deno.test("every passage of a text is searched", () => {
  const text = {
    heading: ["题"],
    labels: [["栏目", ["甲"]], ["做法", ["乙", "丙"]]],
    body: ["文"],
    corrections: ["正"],
  };
  equal(textsOf(text), ["题", "甲", "乙", "丙", "文", "正"]);
});

Deno.test("what failed is tried again, what succeeded is kept", async () => {
  const known = new Map(), made = [];
  const make = () => {
    made.push(made.length);
    return made.length < 2 ? Promise.reject(new Error("no")) : Promise.resolve(made.length);
  };
  const tried = [];
  for (let i = 0; i < 3; i++) tried.push(await once(known, "a", make).catch(() => "failed"));
  equal(tried, ["failed", 2, 2]);
});
