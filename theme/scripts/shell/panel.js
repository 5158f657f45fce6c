/* The panel of reading settings; settings.js reads what it keeps. */
import { all, one } from "./elements.js";
import { material } from "./material.js";

const DEFAULTS = { size: "m", space: "m" };

export function offerSettings() {
  all("[data-settings]").forEach((panel) => {
    all("[data-set]", panel).forEach(offerChoice);
    closeElsewhere(panel);
  });
}

function offerChoice(set) {
  const name = set.dataset.set;
  const now = document.documentElement.getAttribute(`data-${name}`) || DEFAULTS[name];
  all("input", set).forEach((input) => {
    input.checked = input.value === now;
    input.addEventListener("change", () => choose(name, input.value));
  });
}

function choose(name, value) {
  const html = document.documentElement;
  if (value === DEFAULTS[name]) html.removeAttribute(`data-${name}`);
  else html.setAttribute(`data-${name}`, value);
  material.__md_set(`banmian.${name}`, value);
}

function closeElsewhere(panel) {
  document.addEventListener("click", (event) => {
    if (panel.open && !panel.contains(event.target)) panel.open = false;
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    panel.open = false;
    one("summary", panel).focus();
  });
}
