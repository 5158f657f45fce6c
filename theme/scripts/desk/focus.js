/* Drawing anew around the field that a person is in. */

/* Draws; the field keeps the focus, and what is typed there. */
export function keepFocus(within, draw) {
  /** @type {any} */
  const field = document.activeElement, inside = field && within.contains(field) && field.id;
  draw();
  /** @type {any} */
  const again = inside && document.getElementById(field.id);
  if (!again) return;
  if (again.value !== field.value && again.tagName === "INPUT") again.value = field.value;
  again.focus();
}
