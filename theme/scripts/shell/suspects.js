/* The reason why a string is suspect goes away with Escape, and comes again with the next visit. */
import { all } from "./elements.js";

export function shutReasons() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    all(".bm-suspect:hover, .bm-suspect:focus").forEach((string) => {
      string.dataset.shut = "";
      const again = () => delete string.dataset.shut;
      string.addEventListener("pointerleave", again, { once: true });
      string.addEventListener("blur", again, { once: true });
    });
  });
}
