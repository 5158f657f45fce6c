/* Says things of pages at random, as a person at the desk does, and prints the sidecar and the items that the desk
   foresees. Reads { pages, seed, times } from its input; run by tests/test_desk_model.py. */
import { begun, foreseen, sayOfLines, sayReading } from "../../../theme/scripts/desk/state.js";
import { sidecarOf } from "../../../theme/scripts/desk/writing.js";

const { pages, seed, times } = JSON.parse(await new Response(Deno.stdin.readable).text());
let turn = seed;

function random(count) {
  turn = (Math.imul(turn, 1664525) + 1013904223) >>> 0;
  return Math.floor((turn / 2 ** 32) * count);
}

const any = (list) => list[random(list.length)];

function said(page, state) {
  const lines = page.lines.filter((line) => line.role !== "column"), line = any(lines).number;
  const other = any(lines).number, inItem = any(any(page.items).body.filter((piece) => piece.length))[0];
  const acts = [
    () => sayOfLines(state, [line], "item", other),
    () => sayOfLines(state, [line], "item", "new"),
    () => sayOfLines(state, [line], "item", "none"),
    () => sayOfLines(state, [line], "joins", inItem),
    () => sayOfLines(state, [line], "joins", "none"),
    () => sayOfLines(sayOfLines(state, [line], "item", inItem), [line], "after", inItem),
    () => {
      const text = page.lines.find((each) => each.number === line).text, at = random(text.length);
      return sayReading(state, line, text, `${text.slice(0, at)}禾${text.slice(at + random(2))}`);
    },
  ];
  return any(acts)();
}

const told = [];
for (let time = 0; time < times; time++) {
  const page = pages[time % pages.length];
  let state = begun(page);
  for (let count = 1 + random(4); count > 0; count--) state = said(page, state);
  told.push({ page: page.id, text: sidecarOf(page, state), items: foreseen(page, state).items });
}
await new Blob([JSON.stringify(told)]).stream().pipeTo(Deno.stdout.writable);
