/* What a search form needs to become a box: a list below it and words for those who hear the page. */
import { all, element, one } from "../shell/elements.js";

const MANNERS = {
  role: "combobox",
  autocomplete: "off",
  autocapitalize: "off",
  spellcheck: "false",
  "aria-autocomplete": "list",
  "aria-expanded": "false",
  enterkeyhint: "search",
  maxlength: "400",
};

/* Furnishes the forms of the theme, and says of what each consists: {form, input, list, status}. */
export function furnishForms() {
  return all("form[role=search]")
    .filter((form) => one("input[name=q]", form))
    .map((form, index) => furnish(form, `bm-box-${index}`));
}

/* Makes a plain form with an input into a box; one that is furnished already stays as it is. */
export function furnish(form, name) {
  const input = one("input[name=q]", form);
  if (!form.classList.contains("bm-box")) {
    form.classList.add("bm-box");
    input.classList.add("bm-box__input");
    for (const [attribute, value] of Object.entries(MANNERS)) input.setAttribute(attribute, value);
    input.setAttribute("aria-controls", `${name}-list`);
    form.append(
      element("p", { class: "bm-box__status", role: "status", "aria-live": "polite" }),
      element("ul", {
        id: `${name}-list`,
        class: "bm-box__list",
        role: "listbox",
        "aria-label": "建议和结果",
        hidden: "",
      }),
    );
  }
  return {
    form,
    input,
    list: one(".bm-box__list", form),
    status: one(".bm-box__status", form),
  };
}

export function sayError(place, words) {
  place.textContent = `${words}。请检查网络或压缩包是否已完整解压，然后刷新页面重试。`;
  place.setAttribute("data-state", "error");
}
