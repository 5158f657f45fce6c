/* Material's content tabs: the one that an address names, else the one that the reader last chose anywhere. */
import { all, one } from "./elements.js";
import { material } from "./material.js";

export function openTabs() {
  const wanted = location.hash.slice(1);
  /** @type {any} */
  const named = wanted.startsWith("__tabbed_") ? document.getElementById(wanted) : null;
  const kept = material.__md_get("__tabs");
  all(".tabbed-set").forEach((set) => {
    const labels = all(".tabbed-labels > label", set);
    const last = (Array.isArray(kept) ? kept : []).map((words) => {
      return labels.find((label) => label.textContent.trim() === words);
    }).find(Boolean);
    if (last) one(`#${last.htmlFor}`, set).checked = true;
  });
  if (named) named.checked = true;
}
