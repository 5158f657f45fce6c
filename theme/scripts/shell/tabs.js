/* Material's content tabs: the one that an address names, else the one that the reader last chose anywhere. */
import { all, one } from "./elements.js";

export function openTabs() {
  const named = location.hash.startsWith("#__tabbed_") && document.getElementById(location.hash.slice(1));
  const kept = window.__md_get("__tabs");
  all(".tabbed-set").forEach((set) => {
    const labels = all(".tabbed-labels > label", set);
    const wanted = (Array.isArray(kept) ? kept : []).map((words) => {
      return labels.find((label) => label.textContent.trim() === words);
    }).find(Boolean);
    if (wanted) one(`#${wanted.htmlFor}`, set).checked = true;
  });
  if (named) named.checked = true;
}
