/* Asks one thing in place: words, or one of some choices. */
import { button, element, one } from "../shell/elements.js";

/* `then` is called with what was answered, or with null; `options` are [value, text]. */
export function askInto(place, question, value, then, options = null) {
  const answered = (answer) => {
    place.replaceChildren();
    then(answer);
  };
  const input = options
    ? element("select", {}, options.map(([key, text]) => element("option", { value: key, text })))
    : element("textarea", { rows: String(Math.min(6, Math.ceil((value.length + 1) / 30))) });
  if (!options) input.value = value;
  const form = element("form", { class: "bm-desk__ask" }, [
    element("label", {}, [element("span", { text: question }), input]),
    element("p", { class: "bm-desk__row" }, [
      element("button", { type: "submit", class: "bm-button", text: "好" }),
      button("不改了", "bm-button", () => answered(null)),
    ]),
  ]);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answered(input.value);
  });
  form.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") answered(null);
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      answered(input.value);
    }
  });
  place.replaceChildren(form);
  one("textarea, select", form).focus();
}
