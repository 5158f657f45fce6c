/* The items of a page as cards: what is doubted, and what a person can say of each. */
import { button, element } from "../shell/elements.js";

/* A field by a name that it keeps when the card is drawn anew. */
function field(card, label, input) {
  input.id = `desk-${card.line}-${label.slice(0, 2)}`;
  return element("p", { class: "bm-desk__field" }, [element("label", { for: input.id, text: label }), input]);
}

function line(value, placeholder, list, changed) {
  const input = element("input", { value, placeholder, list, type: "text" });
  input.addEventListener("change", () => changed(input.value.trim()));
  return input;
}

function choice(value, options, changed) {
  const select = element("select", {}, [
    element("option", { value: "", text: "照读出的" }),
    ...options.map(([key, text]) => element("option", { value: key, text })),
  ]);
  select.value = value || "";
  select.addEventListener("change", () => changed(select.value));
  return select;
}

const NAMES = /[、，,;；\s]+/;

/* `card` is { number, title, kind, lines, doubts, checked, said, fresh, read }; `acts` say things of its lines. */
export function cardOf(card, words, acts) {
  const open = card.doubts.length && !card.checked;
  const head = element("h3", {}, [
    element("span", {
      class: `bm-desk__dot bm-line--${(card.number - 1) % 6 + 1}`,
      text: `第${card.number}篇`,
    }),
    button(card.title, "bm-desk__title", () => acts.show(card)),
  ]);
  const about = [card.kind, card.column, card.people, `${card.lines.length}行`].filter(Boolean).join("　");
  const doubts = element(
    "ul",
    { class: "bm-desk__doubts" },
    card.doubts.map((doubt) =>
      element("li", {}, [
        button(`第${doubt.line}行`, "bm-desk__to", () => acts.go(doubt.line)),
        element("span", { text: `${doubt.said}${doubt.detail}` }),
      ])
    ),
  );
  const check = element("button", {
    type: "button",
    class: "bm-button",
    "aria-pressed": String(card.checked),
    text: card.checked ? "已核对" : "没有错，标为已核对",
  });
  check.addEventListener("click", () => acts.check(card));
  return element("article", {
    class: `bm-desk__card${open ? " bm-desk__card--open" : ""}`,
    "data-number": card.number,
  }, [
    head,
    element("p", { class: "bm-row__meta", text: about }),
    ...(open ? [doubts] : []),
    ...(card.withdrawn ? [element("p", { class: "bm-flag", text: `撤下：${card.withdrawn}` })] : []),
    element("p", { class: "bm-desk__row" }, [check]),
    more(card, words, acts),
  ]);
}

function more(card, words, acts) {
  const say = (key) => (value) => acts.item(card, key, value);
  const { said } = card;
  const fields = element("div", { class: "bm-desk__fields" }, [
    ...(card.headless
      ? [field(card, "标题（报上没有，编者拟的）", line(said.headline || "", "", null, say("headline")))]
      : []),
    field(card, "栏目", line(said.column || "", card.column || "没有栏目", "desk-columns", say("column"))),
    field(card, "体裁", choice(said.kind, words.kinds, say("kind"))),
    field(card, "连载的第几篇", line(said.series || "", String(card.part || ""), null, say("series"))),
    field(
      card,
      "作者",
      line(card.authors, card.people || "报上没有署名", null, (value) => {
        acts.authors(card, value.split(NAMES).filter(Boolean));
      }),
    ),
    ...[["themes", "主题"], ["regions", "地区"], ["practices", "做法"]].map(([kind, name]) =>
      tags(card, kind, name, acts)
    ),
    element("p", { class: "bm-desk__row" }, [
      button(card.withdrawn ? "不撤下了" : "撤下这一篇", "bm-button", () => acts.withdraw(card)),
    ]),
  ]);
  const details = element("details", { class: "bm-desk__more" }, [
    element("summary", { text: "栏目、作者、标签、撤下" }),
    fields,
  ]);
  details.open = acts.isOpen(card);
  details.addEventListener("toggle", () => acts.opened(card, details.open));
  return details;
}

/* Tags that were read, each to be refused, and a line to add others. */
function tags(card, kind, name, acts) {
  const own = card.tags[kind] || {}, refused = own.refuse || [], added = own.add || [];
  const chip = (text, pressed, way) => {
    const made = button(text, "bm-chip", () => acts.tag(card, kind, way, text));
    made.setAttribute("aria-pressed", String(pressed));
    made.title = way === "add" ? "不加了" : pressed ? "还是要" : "去掉";
    return made;
  };
  const every = card[kind].filter((text) => !added.includes(text));
  const input = line("", `加一个${name}`, `desk-${kind}`, (value) => {
    if (value) acts.tag(card, kind, "add", value);
  });
  return element("div", { class: "bm-desk__tags" }, [
    field(card, name, input),
    element("p", { class: "bm-desk__row" }, [
      ...every.map((text) => chip(text, refused.includes(text), "refuse")),
      ...refused.filter((text) => !every.includes(text)).map((text) => chip(text, true, "refuse")),
      ...added.map((text) => chip(`${text}`, false, "add")),
    ]),
  ]);
}
