/* The reader's basket: ids of items that the browser keeps, in the order in which they were put in. */
import { all } from "./elements.js";
import { material } from "./material.js";

const KEY = "banmian.basket";

export function keptItems() {
  const ids = material.__md_get(KEY);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
}

/* Puts an item in, or takes it out; says whether it is in. */
export function turnOver(id) {
  const before = keptItems(), after = before.filter((other) => other !== id);
  const put = after.length === before.length;
  material.__md_set(KEY, put ? after.concat(id) : after);
  return put;
}

/* A button that puts an item in or takes it out; `then` is called afterwards. */
export function keeping(mark, id, then) {
  const show = (put) => {
    mark.textContent = put ? "已收" : "收";
    mark.setAttribute("aria-pressed", String(put));
  };
  show(keptItems().includes(id));
  mark.addEventListener("click", () => {
    show(turnOver(id));
    if (then) then();
  });
}

export function offerKeeping() {
  all("[data-do='keep']").forEach((mark) => {
    mark.hidden = false;
    keeping(mark, mark.dataset.id);
  });
}
