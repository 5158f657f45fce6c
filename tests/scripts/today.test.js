/* The day of reading. */
import { deepStrictEqual as equal } from "node:assert";
import { dayOf } from "../../theme/scripts/shell/today.js";

Deno.test("a day has four, two and two digits, by the reader's clock", () => {
  equal(dayOf(new Date(2026, 0, 5, 0, 30)), "2026-01-05");
  equal(dayOf(new Date(2026, 10, 30, 23, 59)), "2026-11-30");
});
