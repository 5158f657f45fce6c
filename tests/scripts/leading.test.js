/* Addresses of old lead to the same selection on the workbench. */
import { deepStrictEqual as equal } from "node:assert";
import { selectionOf } from "../../theme/scripts/browse/leading.js";

const NAMES = new Map([["column:mu-qu", "牧区夜话"], ["theme:shui-li", "水利"], [
  "kind:caption",
  "图片说明",
]]);

Deno.test("each value is called as it is today", () => {
  const meant = (fragment) => decodeURIComponent(selectionOf(fragment, NAMES));
  equal(meant("region=150100&kind=caption"), "region=150100&kind=图片说明");
  equal(
    meant("theme=shui-li&column=mu-qu&year=2022&year=未定"),
    "column=牧区夜话&theme=水利&year=2022&year=未定",
  );
  equal(meant("colour=red"), "");
  equal(meant("theme=unknown"), "theme=unknown");
});
