/* The day of reading in a reference: only the browser knows it. */
import { all } from "./elements.js";

/** A day as ISO 8601 writes it, by the reader's clock.
 * @param {Date} time */
export function dayOf(time) {
  const padded = (number, width) => String(number).padStart(width, "0");
  return [padded(time.getFullYear(), 4), padded(time.getMonth() + 1, 2), padded(time.getDate(), 2)].join("-");
}

export function fillToday() {
  all("[data-today]").forEach((blank) => blank.textContent = dayOf(new Date()));
}
