/* Numbers of source lines: shown beside an item on demand; on a newspaper page the other lines of the
   item that a line belongs to. */
import { all, one } from "./elements.js";

export function offerLineNumbers() {
  const html = document.documentElement;
  all("[data-do='lines']").forEach((toggle) => {
    toggle.hidden = false;
    toggle.addEventListener("click", () => {
      const on = html.getAttribute("data-lines") !== "on";
      if (on) html.setAttribute("data-lines", "on");
      else html.removeAttribute("data-lines");
      toggle.setAttribute("aria-pressed", String(on));
    });
  });
}

export function followLines() {
  window.addEventListener("hashchange", markSame);
}

export function markSame() {
  if (!one(".bm-lines")) return;
  const line = /^#L\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
  all(".bm-line--same").forEach((other) => other.classList.remove("bm-line--same"));
  if (!line || !line.dataset.item) return;
  all(`.bm-line[data-item='${line.dataset.item}']`).forEach((other) => other.classList.add("bm-line--same"));
}
