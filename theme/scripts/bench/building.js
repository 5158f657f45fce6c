/* What the workbench consists of. */
import { furnish, sayError } from "../box/furnishing.js";
import { Box } from "../search/box.js";
import { searchAddress } from "../search/results.js";
import { button, element, one } from "../shell/elements.js";
import { Sheet } from "./sheet.js";
import { takeMenu } from "./taking.js";

const ORDERS = [["worth", "按相关程度"], ["new", "从新到旧"], ["old", "从旧到新"]];

/* Builds it into `place`; `acts` are what its controls do: ask(query), order(order), selected(),
   print(), compare(), basket(). */
export function built(place, acts) {
  const box = furnish(ownForm(), "bm-search-page"), parts = pieces();
  parts.input = box.input;
  parts.order = orderChoice(acts.order);
  parts.take = takeMenu(acts.selected, acts.print, (error) => sayError(parts.status, error.message));
  parts.compare = button("与另一组比较", "bm-button", acts.compare);
  parts.basket = button("", "bm-button", acts.basket);
  parts.drawn = element("details", { class: "bm-bench__drawn" }, [
    element("summary", { text: "图示" }),
    parts.pictures,
  ]);
  parts.side = element("div", { class: "bm-bench__side" });
  parts.sheet = new Sheet(parts.side, parts.facets);
  /* Who has asked for something wants the results; who looks around, the whole. */
  parts.drawn.open = !parts.sheet.narrow.matches && location.search.length < 2;
  place.append(box.form, ...arranged(parts));
  const help = one(".bm-search__help");
  if (help) place.insertBefore(help, box.form.nextSibling);
  new Box(box, false);
  box.form.addEventListener("submit", (event) => {
    event.preventDefault();
    acts.ask(box.input.value);
  });
  return parts;
}

function pieces() {
  return {
    status: element("p", { class: "bm-search__status", role: "status", "aria-live": "polite" }),
    chips: element("ul", { class: "bm-bench__chips", "aria-label": "已选" }),
    places: element("p", { class: "bm-search__places" }),
    offers: element("div", { class: "bm-search__offers" }),
    results: element("ol", { class: "bm-search__results" }),
    more: element("div", { class: "bm-search__after" }),
    pictures: element("div", { class: "bm-bench__pictures" }),
    both: element("section", { class: "bm-bench__both", "aria-label": "两组对照", hidden: "" }),
    foot: element("p", { class: "bm-bench__foot" }),
    facets: element("div", { class: "bm-search__facets", role: "group", "aria-label": "缩小范围" }),
  };
}

function arranged(parts) {
  const tools = element("div", { class: "bm-bench__tools" }, [
    parts.basket,
    parts.compare,
    parts.order,
    parts.take,
  ]);
  return [
    parts.chips,
    element("div", { class: "bm-search__bar" }, [parts.status, tools]),
    parts.both,
    element("div", { class: "bm-search__columns" }, [
      parts.side,
      element("div", {}, [
        parts.places,
        parts.offers,
        parts.drawn,
        /* The way to the sheet stays in sight along the results, and covers no picture. */
        element("div", {}, [parts.results, parts.more, parts.foot, parts.sheet.opener]),
      ]),
    ]),
    parts.sheet.dialog,
  ];
}

function ownForm() {
  const words = "词句，可以不填";
  return element(
    "form",
    { role: "search", class: "bm-box--own", action: searchAddress(""), method: "get" },
    [
      element("input", { type: "search", name: "q", placeholder: words, "aria-label": words }),
      element("button", { type: "submit", class: "bm-box__go", text: "检索" }),
    ],
  );
}

function orderChoice(order) {
  const options = ORDERS.map(([value, text]) => element("option", { value, text }));
  const choice = element("select", { class: "bm-search__order", "aria-label": "排序" }, options);
  choice.addEventListener("change", () => order(choice.value));
  return choice;
}
