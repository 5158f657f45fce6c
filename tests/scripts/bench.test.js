/* The workbench: what its address says, and the files that a reader takes away. */
import { deepStrictEqual as equal } from "node:assert";
import { setAside, swapped } from "../../theme/scripts/bench/comparing.js";
import { crossed, leaguesOf, shade } from "../../theme/scripts/bench/pictures.js";
import { footWords } from "../../theme/scripts/bench/printing.js";
import { cell, csvOf, documentOf, jsonOf } from "../../theme/scripts/bench/table.js";
import { nothingAsked, piecesOf, readAddress, withoutPiece } from "../../theme/scripts/search/address.js";
import { innermost } from "../../theme/scripts/search/counting.js";

const PLACES = [["15", "全区", -1], ["1503", "乌海", 0], ["150302", "海勃湾", 1], ["1501", "呼市", 0]];

Deno.test("of places that lie in each other the innermost counts", () => {
  equal(innermost([0, 1, 2], PLACES), [2]);
  equal(innermost([2, 3], PLACES), [2, 3]);
  equal(innermost([], PLACES), []);
});

const FACTS = { places: PLACES, facets: { column: [], theme: [], kind: ["报道"], year: ["2022"] } };

Deno.test("a selection comes apart into pieces, and each can go", () => {
  const state = readAddress("?q=+甲 &region=1503&region=1501&year=2022");
  const pieces = piecesOf(state, FACTS);
  equal(pieces.map(({ label, text }) => [label, text]), [["词句", "甲"], ["地区", "乌海"], ["地区", "呼市"], [
    "年份",
    "2022",
  ]]);
  const left = pieces.reduce(withoutPiece, state);
  equal(left, nothingAsked());
  equal(withoutPiece(state, pieces[1]).chosen.region, ["1501"]);
  equal(piecesOf(readAddress("?region=9&kind=评论&kind=报道"), FACTS).map(({ text }) => text), ["报道"]);
  equal(piecesOf(nothingAsked(), FACTS), []);
});

Deno.test("cells", () => {
  const cells = ["第3期", "＝1+1", "a,b", 'a"b', "a\nb", "a\rb", "-5", "", "中-1"];
  equal(cells.map(cell), ["第3期", "'＝1+1", '"a,b"', '"a""b"', '"a\nb"', '"a\rb"', "'-5", "", "中-1"]);
});

Deno.test("files", () => {
  const row = [...Array(15).keys()].map(String);
  const lines = csvOf([row]).split("\r\n");
  equal([lines.length, lines[0].slice(0, 6), lines[1]], [3, "\ufeff编号,标题", row.join(",")]);
  const [object] = JSON.parse(jsonOf([row]));
  equal([Object.keys(object).length, object["编号"], object["地址"]], [15, "0", "14"]);
});

Deno.test("a document for Word holds words, never markup", () => {
  const row = Array(15).fill("");
  [row[1], row[4], row[7]] = ["<b>&甲", "报道", '"乌海"'];
  const about = { site: "版面", words: "地区：乌海", address: "search/index.html?region=1503&a" };
  const text = documentOf([row], ["林禾. 甲[N]"], about);
  equal(
    text.includes("<p><b>&lt;b&gt;&amp;甲</b></p><p>报道 · &quot;乌海&quot;</p><p>林禾. 甲[N]</p>"),
    true,
  );
  equal(text.includes("<p>地区：乌海，共 1 篇</p>"), true);
  equal(text.includes("<p>search/index.html?region=1503&amp;a</p>"), true);
});

Deno.test("pictures: leagues, shades, and themes crossed with leagues", () => {
  equal(leaguesOf(PLACES), [1, 3]);
  equal([0, 1, 25, 50, 100].map((count) => shade(count, 100)), [0, 1, 1, 2, 4]);
  equal(shade(0, 0), 0);
  const lists = [[9], [0, 1], [1, 2], [3, 4]].map((items) => Int32Array.from(items));
  const themes = [[0, 1, 2, 3], [4, 9], []].map((items) => Int32Array.from(items));
  equal(crossed([0, 1, 2, 3, 9], themes, lists, PLACES), [[3, 1], [0, 0], [0, 0]]);
});

Deno.test("two selections are held by one address, and change places", () => {
  const state = setAside(readAddress("?q=甲&region=1503&with=old"));
  equal(readAddress(`?${state.other}`), { ...state, other: null });
  const other = { ...state, query: "乙" };
  equal([swapped(other).query, readAddress(swapped(other).other).query], ["甲", "乙"]);
  equal(swapped(swapped(other)), other);
  equal(setAside(nothingAsked()).other, "");
});

Deno.test("the foot of a print says how much of it is there", () => {
  const about = { site: "版面", words: "全部稿件", address: "a" };
  equal(footWords(about, 3, 3), "版面。全部稿件，共 3 篇。a");
  equal(footWords(about, 300, 400), "版面。全部稿件，共 400 篇，这里是前 300 篇。a");
});
