/* Facets of an answer, suggestions, and the address of a search. */
import { deepStrictEqual as equal } from "node:assert";
import { FACET_NAMES, readAddress, writeAddress } from "../../theme/scripts/search/address.js";
import { stepped } from "../../theme/scripts/search/box.js";
import { indexesOf, plainCounts, regionCounts } from "../../theme/scripts/search/counting.js";
import { worthShowing } from "../../theme/scripts/search/drawing.js";
import { namesOf, summed, valuesNamed, withInside } from "../../theme/scripts/search/fields.js";
import { verdict } from "../../theme/scripts/bench/page.js";
import { itemAddress, searchAddress } from "../../theme/scripts/search/results.js";
import { balanced, completed, fromFacets } from "../../theme/scripts/search/suggesting.js";
import { addressOf, faultIn, reportOf } from "../../theme/scripts/shell/reporting.js";

const PLACES = [["15", "全区", -1], ["1501", "呼市", 0], ["150105", "赛罕区", 1], ["1503", "乌海", 0], [
  "0",
  "未定",
  -1,
]];
const FACTS = {
  places: PLACES,
  facets: {
    column: ["广角", "广角镜", "视野广角"],
    theme: ["学习"],
    kind: ["报道"],
    year: ["2022", "2021", "未定"],
  },
  variants: null,
};

Deno.test("what a field names: the very name, else what begins so, else what holds it", () => {
  const named = (field, value) => valuesNamed({ field, value, words: value }, FACTS);
  equal([named("column", "广角"), named("column", "广"), named("column", "角"), named("column", "无")], [
    [0],
    [0, 1],
    [0, 1, 2],
    [],
  ]);
  equal([named("region", "呼市"), named("region", "全区"), named("region", "赛罕区")], [
    [1, 2],
    [0, 1, 2, 3],
    [2],
  ]);
  equal([named("year", "2021"), named("year", "2021-2022"), named("year", "未定"), named("year", "2020")], [
    [1],
    [0, 1],
    [2],
    [],
  ]);
  equal(namesOf("region", FACTS)[2], "赛罕区");
  equal(namesOf("colour", FACTS), []);
  equal(summed([3, 1, 4]), Int32Array.of(3, 4, 8));
  equal(withInside([1], PLACES), [1, 2]);
});

Deno.test("values by the form that an address has", () => {
  equal(indexesOf("region", ["1501", "x"], FACTS), [1, 2]);
  equal(indexesOf("column", ["广角镜", "x"], FACTS), [1]);
});

Deno.test("counts", () => {
  const here = Uint8Array.of(1, 1, 0, 1);
  const lists = [[], [3], [0, 3], [0, 2], [1]].map((items) => Int32Array.from(items));
  equal(plainCounts(["甲", "乙"], lists.slice(2, 4), here).map((row) => row.count), [2, 1]);
  equal(
    regionCounts(lists, here, PLACES, []).map((
      { name, count, depth, parent },
    ) => [name, count, depth, parent]),
    [
      ["全区", 2, 0, null],
      ["呼市", 2, 1, "15"],
      ["赛罕区", 2, 2, "1501"],
      ["乌海", 1, 1, "15"],
      ["未定", 1, 0, null],
    ],
  );
  const left = (chosen) => {
    return regionCounts(lists, Uint8Array.of(0, 1, 0, 0), PLACES, chosen).map((row) => row.name);
  };
  equal(left([]), ["全区", "未定"]);
  equal(left(["150105", "x"]), ["全区", "呼市", "赛罕区", "未定"]);
});

Deno.test("of a long list the first, the upper and the chosen are shown", () => {
  const plain = Array.from(
    { length: 50 },
    (_, i) => ({ value: String(i), count: i === 1 ? 0 : 1, depth: 0 }),
  );
  equal(worthShowing(plain.slice(0, 3), []).length, 2);
  equal(worthShowing(plain.slice(0, 3), ["1"]).length, 3);
  equal(worthShowing(plain.slice(0, 41), []).length, 40);
  equal(worthShowing(plain, []).length, 40);
  equal(worthShowing(plain, ["49"]).length, 41);
  const deep = Array.from({ length: 50 }, (_, i) => {
    return { value: String(i), count: 1, depth: Math.min(i, 2), parent: i < 2 ? null : i < 10 ? "1" : "0" };
  });
  equal(worthShowing(deep, []).length, 2);
  equal(worthShowing(deep, ["1"]).length, 10);
});

Deno.test("suggestions", () => {
  equal(fromFacets("角", FACTS).map((row) => row.name), ["广角", "广角镜", "视野广角"]);
  equal(fromFacets("未", FACTS), []);
  const rows = [..."hhhh", ..."aap", "region"].map((kind, count) => ({ kind, count }));
  equal(balanced(rows).map((row) => row.kind + row.count), ["region7", "p6", "a5", "a4", "h3", "h2"]);
  equal(balanced([..."hhhha"].map((kind) => ({ kind, count: 0 }))).length, 4);
  equal(completed({ kind: "column", name: "广角" }, "甲"), {
    name: "广角",
    note: "栏目",
    query: "甲 栏目:广角",
    href: null,
  });
  equal(completed({ kind: "a", name: '林 "禾' }, "").query, '作者:"林 禾"');
  equal(completed({ kind: "p", name: "夜校" }, "").query, "夜校");
  equal(completed({ kind: "h", name: "题", id: "x-01" }, "").href, "articles/x-01/index.html");
});

Deno.test("an address holds a whole search, and gives it back", () => {
  const search = "?q=%E7%94%B2+%26&region=1501&region=15&year=2021&sort=old";
  const state = readAddress(search);
  equal([state.query, state.chosen.region, state.chosen.kind, state.order], [
    "甲 &",
    ["1501", "15"],
    [],
    "old",
  ]);
  equal(writeAddress(state), search);
  equal(readAddress("?sort=upwards").order, "worth");
  equal(readAddress("?sort=new").order, "new");
  equal(writeAddress(readAddress("")), "");
  equal(writeAddress({ ...readAddress(""), query: "x".repeat(500) }).length, 403);
});

Deno.test("where results lead", () => {
  equal([searchAddress(""), searchAddress("甲 &")], [
    "search/index.html",
    "search/index.html?q=%E7%94%B2%20%26",
  ]);
  equal(itemAddress({ href: "a" }, ["", "b&", "c"]), "a?h=b%26&h=c");
  equal(itemAddress({ href: "a" }, []), "a");
  equal(itemAddress({ href: "a" }, Array(20).fill("b")).match(/h=b/g).length, 12);
});

Deno.test("what is said of an answer", () => {
  const said = (found, count) => verdict({ fellBack: [], ...found }, count);
  equal(said({}, 3), "找到 3 篇");
  equal(said({}, 0), "没有找到");
  equal(said({ near: true }, 2), "没有完全匹配的文章，下面是 2 篇近似结果");
  equal(said({ empty: true }, 0), "请输入文字：标点和符号不参加检索");
  equal(
    said({ cut: true, fellBack: ["甲", "乙"] }, 1),
    "找到 1 篇（查询太长，只用了前 400 个字）（没有名为“甲”“乙”的，已按普通词查找）",
  );
});

Deno.test("the options of a box are a circle", () => {
  equal([stepped(-1, 1, 3), stepped(-1, -1, 3), stepped(2, 1, 3), stepped(0, -1, 3), stepped(1, 1, 3)], [
    0,
    2,
    0,
    2,
    2,
  ]);
});

Deno.test("a report quotes the beginning of a long paragraph", () => {
  const quoted = (words) => faultIn({ id: "p2", textContent: words }, ["11", "13"]);
  equal(quoted("字".repeat(120)), { place: "p2", lines: "11、13", words: "字".repeat(120) });
  equal(quoted("字".repeat(121)).words, `${"字".repeat(120)}…`);
});

Deno.test("a report is about one paragraph, whatever signs it holds", () => {
  const fault = { place: "p2", lines: "11、13", words: "价格$&元" };
  equal(
    reportOf("地址：a/b\n第3–9行\n网站上是：\n", fault),
    "地址：a/b#p2\n第11、13行\n网站上是：价格$&元\n",
  );
  const address = new URL(addressOf("https://example.org/new?address=x-01&template=t", fault)).searchParams;
  equal(Object.fromEntries(address), { address: "x-01#p2", template: "t", line: "11、13", read: "价格$&元" });
});

Deno.test("every facet has its name", () => {
  equal([...FACET_NAMES], [
    ["region", "地区"],
    ["column", "栏目"],
    ["theme", "主题"],
    ["kind", "体裁"],
    ["year", "年份"],
  ]);
});
