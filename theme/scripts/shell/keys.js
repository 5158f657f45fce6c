/* Keys that turn items (arrows) and pages (brackets), and `/`, which leads to the search box. */
import { all, one } from "./elements.js";

const TURNS = {
  ArrowLeft: "a[rel~='prev']",
  ArrowRight: "a[rel~='next']",
  "[": "a[data-turn='prev']",
  "]": "a[data-turn='next']",
};

export function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (isWriting(event.target)) return;
    if (event.key === "/") {
      const input = boxInSight();
      if (input) {
        event.preventDefault();
        input.focus();
        input.select();
      }
      return;
    }
    const link = !event.shiftKey && TURNS[event.key] && one(`#content ${TURNS[event.key]}`);
    if (link) {
      event.preventDefault();
      link.click();
    }
  });
}

function isWriting(target) {
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/* The search page's own box, else the first that is not hidden. */
function boxInSight() {
  return one("#banmian-search input[name=q]") ||
    all("form[role=search] input[name=q]").find((input) => input.offsetParent);
}
