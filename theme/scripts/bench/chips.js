/* What is chosen, above the results: each piece goes with a tap, and all of them at once. */
import { button, element } from "../shell/elements.js";

/* `remove(piece)` takes one away, `clear()` all. */
export function drawChips(place, pieces, remove, clear) {
  place.textContent = "";
  const wordsOf = ({ label, text }) => label ? `${label}：${text}` : text;
  place.dataset.words = pieces.map(wordsOf).join("，");
  for (const piece of pieces) {
    const chip = button(piece.text, "bm-pick", () => remove(piece));
    chip.setAttribute("aria-label", `去掉 ${wordsOf(piece)}`);
    chip.append(element("span", { "aria-hidden": "true", text: "×" }));
    place.append(element("li", {}, [chip]));
  }
  if (pieces.length) place.append(element("li", {}, [button("全部清除", "bm-pick bm-pick--all", clear)]));
}
