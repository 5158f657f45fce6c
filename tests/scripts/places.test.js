/* Which places a reader may mean, and what is offered where nothing is found. */
import { deepStrictEqual as equal } from "node:assert";
import { isNear, pathOf, placesNamed } from "../../theme/scripts/search/places.js";
import { completed } from "../../theme/scripts/search/suggesting.js";

const PLACES = [
  ["15", "北省", -1],
  ["1505", "通辽市", 0],
  ["150581", "霍林郭勒市", 1],
  ["1505811", "太平村", 2],
  ["0", "未定", -1],
];
const FACTS = { places: PLACES, facets: {}, variants: null };
const OTHERS = [
  ["哲盟", "l", "通辽市", 0, "1505"],
  ["tongliaoshi", "l", "通辽市", 0, "1505"],
  ["tongliaohuolin", "l", "霍林郭勒市", 0, "150581"],
  ["哲人", "p", "哲人", 3, ""],
];
const named = (words, others = OTHERS.filter((row) => row[0].startsWith(words))) => {
  return placesNamed(words, FACTS, others).map(({ name, other }) => name + other);
};

Deno.test("a place is named by its official and short name, a former one, pinyin or nearly", () => {
  equal(named("通辽市"), ["通辽市"]);
  equal(named("通辽"), ["通辽市"]);
  equal(named("哲盟"), ["通辽市哲盟"]);
  equal(named("tongliao"), ["通辽市", "霍林郭勒市"]);
  equal(named("ton"), []);
  equal(named("霍林郭乐市"), ["霍林郭勒市"]);
  equal(named("霍林郭乐"), ["霍林郭勒市"]);
  equal(named("未定"), []);
  equal(named("通"), []);
  equal(named("哲"), []);
});

Deno.test("near is one sign wrong, missing or too many, of three at least", () => {
  equal(["霍郭勒", "霍林林郭勒", "林霍郭勒", "霍林郭勒", "通辽"].map((word) => isNear(word, "霍林郭勒")), [
    true,
    true,
    false,
    false,
    false,
  ]);
  equal(isNear("太乎村", "太平村"), true);
  equal(isNear("太平", "太平村"), false);
});

Deno.test("a place is told with what it lies in, and leads to its page", () => {
  equal([pathOf("1505811", PLACES), pathOf("1505", PLACES), pathOf("x", PLACES)], [
    "通辽市霍林郭勒市",
    "",
    "",
  ]);
  const row = { kind: "region", name: "太平村", id: "1505811", other: "" };
  equal(completed(row, "", FACTS), {
    name: "太平村",
    note: "地区 · 通辽市霍林郭勒市",
    query: "地区:太平村",
    href: "regions/1505811/index.html",
  });
  equal(completed({ ...row, other: "太坪" }, "雪", FACTS).note, "地区 · 又称太坪 · 通辽市霍林郭勒市");
  equal(completed(row, "雪", FACTS).href, null);
});
