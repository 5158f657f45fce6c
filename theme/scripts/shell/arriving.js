/* Arriving at a page: when it is opened, and each time that Material's instant loading has put another in. */
import { all } from "./elements.js";
import { material } from "./material.js";

export function onArrival(act) {
  if (material.document$) material.document$.subscribe(act);
  else act();
}

/* The header stays while pages come and go: where its form leads is said once and whole. */
export function settleHeader() {
  all("header form[action]").forEach((form) => form.setAttribute("action", form.action));
}
