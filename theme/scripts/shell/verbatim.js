/* Whether a reader wants the source's own punctuation, from one item to the next. */
import { one } from "./elements.js";
import { material } from "./material.js";

export function keepVerbatim() {
  const choice = one("#verbatim");
  if (!choice) return;
  choice.checked = material.__md_get("banmian.verbatim") === true;
  choice.addEventListener("change", () => material.__md_set("banmian.verbatim", choice.checked));
}
