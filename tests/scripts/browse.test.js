/* Combining facets: the choice, the counts, and the files to take away. */
import { deepStrictEqual as equal } from "node:assert";
import {
  count,
  depth,
  innermost,
  offered,
  readChoice,
  writeChoice,
} from "../../theme/scripts/browse/choice.js";
import { cell, csvOf, jsonOf } from "../../theme/scripts/browse/table.js";

const PLACES = [["15", "全区", -1], ["1503", "乌海", 0], ["150302", "海勃湾", 1], ["1501", "呼市", 0], [
  "150105",
  "赛罕",
  3,
]];
const DATA = {
  region: PLACES,
  column: [["a", "甲"], ["b", "乙"]],
  theme: [["t", "学"]],
  kind: [["report", "报道"], ["caption", "图片"]],
  year: [["2022", "2022年"], ["2021", "2021年"]],
  items: [
    [[0, 3, 4], [0], [0], [0], [0, 1]],
    [[0, 3], [1], [], [0], [1]],
    [[0, 1, 2], [0], [0], [1], [0]],
  ],
};

/* What a choice lets through, and the counts of each facet. */
function counted(fragment) {
  const { found, counts } = count(DATA, readChoice(fragment, DATA));
  return [found, ...counts.map((numbers) => Array.from(numbers))];
}

Deno.test("counts of every combination", () => {
  equal(counted(""), [[0, 1, 2], [3, 1, 1, 2, 1], [2, 1], [2], [2, 1], [2, 2]]);
  equal(counted("column=a"), [[0, 2], [2, 1, 1, 1, 1], [2, 1], [2], [1, 1], [2, 1]]);
  equal(counted("column=a&year=2021"), [[0], [1, 0, 0, 1, 1], [1, 1], [1], [1, 0], [2, 1]]);
  equal(counted("region=1501&region=150105"), [[0], [3, 1, 1, 2, 1], [1, 0], [1], [1, 0], [1, 1]]);
  equal(counted("region=1503&column=b")[0], []);
  equal(counted("column=b&kind=caption"), [[], [0, 0, 0, 0, 0], [1, 0], [0], [1, 0], [0, 0]]);
  equal(counted("column=a&column=b&kind=caption")[0], [2]);
});

Deno.test("the choice is in the address", () => {
  const fragment = "region=1501&region=150105&kind=caption";
  equal(writeChoice(readChoice(fragment, DATA), DATA), fragment);
  equal(writeChoice(readChoice("region=none&colour=red", DATA), DATA), "");
});

Deno.test("places: the inner ones count, the leagues and what lies below a chosen one are offered", () => {
  equal(innermost(new Set([0, 3, 4]), PLACES), new Set([4]));
  equal(innermost(new Set([2, 3]), PLACES), new Set([2, 3]));
  equal([0, 1, 2].map((index) => depth(index, PLACES)), [0, 1, 2]);
  equal(offered(new Set(), PLACES), [1, 3]);
  equal(offered(new Set([3]), PLACES), [1, 3, 4]);
  equal(offered(new Set([0, 2]), PLACES), [0, 1, 2, 3]);
});

Deno.test("cells", () => {
  const cells = ["第3期", "＝1+1", "a,b", 'a"b', "a\nb", "a\rb", "-5", "", "中-1"];
  equal(cells.map(cell), ["第3期", "'＝1+1", '"a,b"', '"a""b"', '"a\nb"', '"a\rb"', "'-5", "", "中-1"]);
});

Deno.test("files", () => {
  const row = [...Array(15).keys()].map(String).concat("not in the table");
  const lines = csvOf([row]).split("\r\n");
  equal([lines.length, lines[0].slice(0, 6), lines[1]], [3, "\ufeff编号,标题", row.slice(0, 15).join(",")]);
  const [object] = JSON.parse(jsonOf([row]));
  equal([Object.keys(object).length, object["编号"], object["地址"]], [15, "0", "14"]);
});
