/* The day of reading. */
import { deepStrictEqual as equal } from "node:assert";
import { dayOf, fillToday } from "../../theme/scripts/shell/today.js";

Deno.test("a day has four, two and two digits, by the reader's clock", () => {
  equal(dayOf(new Date(2026, 0, 5, 0, 30)), "2026-01-05");
  equal(dayOf(new Date(2026, 10, 30, 23, 59)), "2026-11-30");
});

Deno.test("every place kept for the day gets it, and nothing else", () => {
  const blanks = [{ textContent: "引用日期" }, { textContent: "引用日期" }];
  const found = (selector) => selector === "[data-today]" ? blanks : [];
  Object.assign(globalThis, { document: { querySelectorAll: found } });
  const before = dayOf(new Date());
  fillToday();
  const days = blanks.map((blank) => blank.textContent);
  equal(days.every((day) => day === before || day === dayOf(new Date())), true);
});
