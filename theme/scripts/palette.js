/* Entry of every page, as soon as its header is there: the palette that the reader chose or the system wants,
   before anything is drawn in another. From then on Material's bundle has it. */
import { all } from "./shell/elements.js";
import { material } from "./shell/material.js";

const options = all("[name=__palette]");
const wanted = material.__md_get("__palette");
const asked = wanted && options[wanted.index];
const shown = [asked, ...options].find((option) => {
  return option && option.dataset.mdColorMedia !== "(prefers-color-scheme)" &&
    (option === asked || matchMedia(option.dataset.mdColorMedia || "all").matches);
});
if (shown) {
  for (const name of ["scheme", "primary", "accent"]) {
    document.body.setAttribute(`data-md-color-${name}`, shown.getAttribute(`data-md-color-${name}`));
  }
}
