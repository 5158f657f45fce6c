/* Finding and making elements. Text of the archive is only ever set as text, never as markup. */

/** The first element that a selector names, or null.
 * @param {string} selector
 * @param {ParentNode} within
 * @returns {any} */
export function one(selector, within = document) {
  return within.querySelector(selector);
}

/** Every element that a selector names.
 * @param {string} selector
 * @param {ParentNode} within
 * @returns {any[]} */
export function all(selector, within = document) {
  return Array.from(within.querySelectorAll(selector));
}

/** An element with attributes (`text` sets its text; none where the value is null) and children.
 * @returns {any} */
export function element(tag, attributes = {}, children = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") made.textContent = value;
    else if (value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/* A button that does one thing; `name` is its class. */
export function button(text, name, action) {
  const made = element("button", { type: "button", class: name, text });
  made.addEventListener("click", action);
  return made;
}
