/* What a person says at the desk becomes a sidecar, and nothing that she did not say changes. */
import { deepStrictEqual as equal } from "node:assert";
import { editorAddress, isFilledIn } from "../../theme/scripts/desk/proposing.js";
import {
  begun,
  difference,
  foreseen,
  sayAuthors,
  sayChecked,
  sayOfIssue,
  sayOfItem,
  sayOfLines,
  sayReading,
  sayTag,
  sayWithdrawn,
} from "../../theme/scripts/desk/state.js";
import { partsOf, sidecarOf, word } from "../../theme/scripts/desk/writing.js";

const LINES = [[1, "headline", "书送到牧民家门口"], [3, "byline", "□本报记者 林禾"], [
  5,
  "paragraph",
  "入冬前，书车走了",
]]
  .concat([[7, "paragraph", "三个苏木。"], [9, "headline", "夜校里的灯"], [11, "paragraph", "夜校开课了。"]]);

const ITEMS = [{ heads: [1], signs: [3], body: [[5, 7]], subheads: [] }]
  .concat([{ heads: [9], signs: [], body: [[11]], subheads: [] }]);

function pageOf(text = "", said = {}) {
  const lines = LINES.map(([number, role, words]) => ({
    number,
    role,
    text: words,
    name: `${number} ${words}`,
  }));
  return { text, said, lines, items: ITEMS };
}

const partsNow = (page, state) =>
  foreseen(page, state).items.map((item) => [item.heads, item.signs, item.body]);

Deno.test("where nothing is said, the sidecar stays as it is, to the last word", () => {
  const text = "# 按原报核过\n\ncorrections:  # 两处\n  5: {item: 9}\n";
  equal(
    sidecarOf(
      pageOf(text, { corrections: { 5: [{ item: 9 }] } }),
      begun(pageOf(text, { corrections: { 5: [{ item: 9 }] } })),
    ),
    text,
  );
});

Deno.test("a part that is said anew stands where the old one stood, the others stay", () => {
  const text =
    "# 上面\npaper: 草原晚报 # 报头\n\n# 改正\ncorrections:\n  5 入冬前: {item: 9}\nchecked: [9]\n# 下面\n";
  const page = pageOf(text, { paper: "草原晚报", corrections: { 5: [{ item: 9 }] }, checked: [{ item: 9 }] });
  equal(
    sidecarOf(page, sayOfLines(begun(page), [7], "item", "none")),
    "# 上面\npaper: 草原晚报 # 报头\n\n# 改正\ncorrections:\n  5 入冬前，书车走了: {item: 9 夜校里的灯}\n  7 三个苏木。: {item: none}\nchecked: [9]\n# 下面\n",
  );
});

Deno.test("a line goes to another item, begins one, or is of none", () => {
  const page = pageOf();
  equal(partsNow(page, sayOfLines(begun(page), [7], "item", 9))[1], [[9], [], [[7], [11]]]);
  equal(partsNow(page, sayOfLines(begun(page), [7], "item", "new"))[2], [[], [], [[7]]]);
  equal(partsNow(page, sayOfLines(begun(page), [7], "item", "none"))[0], [[1], [3], [[5]]]);
  equal(partsNow(page, sayOfLines(begun(page), [7], "joins", "none"))[0], [[1], [3], [[5], [7]]]);
  equal(partsNow(page, sayOfLines(begun(page), [11], "joins", 7))[0], [[1], [3], [[5, 7, 11]]]);
});

Deno.test("a line that is said to be a headline stands above its item", () => {
  const page = pageOf(), state = sayOfLines(begun(page), [7], "role", "headline");
  equal(partsNow(page, state)[0], [[1, 7], [3], [[5]]]);
  equal(sidecarOf(page, state), "corrections:\n  7 三个苏木。: headline\n");
});

Deno.test("of a reading, the words that differ are kept, with as many beside them as find the place", () => {
  equal(difference("走进民警路", "走进民馨路"), { read: "警", as: "馨" });
  equal(difference("民警在民警路", "民警在民馨路"), { read: "警路", as: "馨路" });
  equal(difference("书车走走了", "书车走了"), { read: "走了", as: "了" });
  equal(difference("一样", "一样"), null);
});

Deno.test("a second misprint of a line stands beside the first", () => {
  const page = pageOf(), once = sayReading(begun(page), 5, "入冬前，书车走了", "入冬前，书车到了");
  equal(
    sidecarOf(page, sayReading(once, 5, "入冬前，书车走了", "入夏前，书车走了")),
    "corrections:\n  5 入冬前，书车走了: [{read: 走, as: 到}, {read: 冬, as: 夏}]\n",
  );
});

Deno.test("what is said of an item is written under a line of it", () => {
  const page = pageOf();
  let state = sayOfItem(begun(page), [1, 3, 5, 7], "column", "草原书屋");
  state = sayOfItem(state, [1, 3, 5, 7], "kind", "commentary");
  state = sayAuthors(state, [1, 3, 5, 7], ["林禾", "O'Neill: 乙"]);
  state = sayTag(state, [9, 11], "themes", "refuse", "志愿服务");
  state = sayChecked(state, [9, 11], { by: "林禾", on: "2026-12-01", text: "12345678" });
  state = sayWithdrawn(state, [1, 3, 5, 7], { reason: "作者要求", on: "2026-12-01" });
  state = sayOfIssue(state, "page", "07");
  equal(
    sidecarOf(page, state),
    [
      'page: "07"',
      "authors:",
      '  1 书送到牧民家门口: [林禾, "O\'Neill: 乙"]',
      "items:",
      "  1 书送到牧民家门口: {column: 草原书屋, kind: commentary}",
      "checked:",
      '  - {item: 9 夜校里的灯, by: 林禾, on: 2026-12-01, text: "12345678"}',
      "tags:",
      "  9 夜校里的灯: {themes: {refuse: [志愿服务]}}",
      "withdrawn:",
      "  - {item: 1 书送到牧民家门口, reason: 作者要求, on: 2026-12-01}",
      "",
    ].join("\n"),
  );
  equal(sidecarOf(page, sayChecked(sayOfIssue(state, "page", ""), [9, 11], null)).includes("checked"), false);
});

Deno.test("words that YAML would take for something else stand in quotation marks", () => {
  for (const plain of ["林禾", "“小哥驿站”", "2026-12-01", "草原A1"]) equal(word(plain), plain);
  for (const other of ["07", "no", "a: b", "#x", "- 甲", "甲,乙", "", "null", "{甲}", "&甲", "！甲"]) {
    if (other !== "！甲") equal(word(other), JSON.stringify(other));
  }
});

Deno.test("the parts of a sidecar put together again are the sidecar", () => {
  for (
    const text of [
      "a: 1\nb:\n  c: 2\n\n  # d\n  e: 3\nf: [\n  1,\n  2]",
      "# 甲\n\n# 乙",
      "a:\n- 1\n- 2\n# 末",
    ]
  ) {
    equal(partsOf(text).map((part) => part.above + part.body).join("\n"), text);
  }
});

Deno.test("the host's editor opens on the file, filled in where an address can hold it", () => {
  const asked = {
    repo: "https://example.org/a/b",
    edit: "edit/main/seeds/",
    folder: "x/",
    name: "a.yml",
    text: "甲: 乙\n",
  };
  const address = editorAddress({ ...asked, there: false });
  equal(address.startsWith("https://example.org/a/b/new/main/seeds/x?filename=a.yml&value="), true);
  equal(new URL(address).searchParams.get("value"), "甲: 乙\n");
  equal(editorAddress({ ...asked, there: true }), "https://example.org/a/b/edit/main/seeds/x/a.yml");
  equal(isFilledIn(editorAddress({ ...asked, text: "字".repeat(5000), there: false })), false);
  equal(editorAddress({ ...asked, repo: "", there: false }), "");
});
