/* What Material's clipboard has to be told: its dialog is read out, and a paragraph's address is copied. */
import { all, one } from "./elements.js";

export function readOutDialog() {
  one(".md-dialog").setAttribute("role", "status");
}

export function offerAddresses() {
  all(".bm-permalink").forEach((link) => {
    link.dataset.clipboardText = link.href;
  });
}
