/* The search box: suggestions and, with `preview`, the first results, in a list below the input. */
import { sayError } from "../box/furnishing.js";
import { element } from "../shell/elements.js";
import { answer } from "./answer.js";
import { base } from "./loading.js";
import { drafted, sorted } from "./ranking.js";
import { itemAddress, resultRow, searchAddress } from "./results.js";
import { suggested } from "./suggesting.js";
import { textOf } from "./texts.js";

const WAIT = 150;
const MOST_SHOWN = 6;
const EDGE = 8;

export class Box {
  constructor({ form, input, list, status }, preview) {
    this.input = input;
    this.list = list;
    this.status = status;
    this.preview = preview;
    this.active = -1;
    this.turn = 0;
    this.timer = 0;
    input.addEventListener("input", (event) => {
      if (!event.isComposing) this.later();
    });
    input.addEventListener("compositionend", () => this.later());
    input.addEventListener("focus", () => base().catch(() => {}));
    input.addEventListener("keydown", (event) => {
      if (!event.isComposing) this.key(event);
    });
    form.addEventListener("submit", () => this.close());
    document.addEventListener("click", (event) => {
      if (!form.contains(event.target)) this.close();
    });
  }

  /* The reader may have turned to the box, and written, before this script came. */
  resume() {
    if (document.activeElement !== this.input) return;
    base().catch(() => {});
    if (this.input.value) this.later();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), WAIT);
  }

  async show() {
    const text = this.input.value.trim(), turn = ++this.turn;
    if (!text) {
      this.close();
      return;
    }
    let settled = false;
    this.status.setAttribute("data-state", "busy");
    const suggesting = suggested(text);
    suggesting.catch(() => {});
    const fill = async (found, draft) => {
      const [rows, texts, facts] = await Promise.all([suggesting, found && firstTexts(found, draft), base()]);
      if (turn !== this.turn || (draft && settled)) return;
      this.fill(text, rows, found && { found, texts, draft }, facts);
    };
    try {
      const found = this.preview && await answer(text, (given) => fill(given, true).catch(() => {}));
      settled = true;
      await fill(found, false);
    } catch (error) {
      if (turn === this.turn) sayError(this.status, error.message);
    }
  }

  fill(text, suggestions, results, facts) {
    this.list.textContent = "";
    this.active = -1;
    for (const row of suggestions) {
      const note = element("span", { class: "bm-box__note", text: row.note });
      this.add(row.href || searchAddress(row.query), [note, row.name]);
    }
    if (results) this.fillResults(text, results, facts);
    const open = this.list.children.length > 0;
    this.list.hidden = !open;
    this.fit();
    this.input.setAttribute("aria-expanded", String(open));
    this.status.setAttribute("data-state", "done");
  }

  /* Keeps the list inside a narrow window. */
  fit() {
    this.list.style.right = "";
    const left = this.list.getBoundingClientRect().left;
    if (left < EDGE) this.list.style.right = `${left - EDGE}px`;
  }

  fillResults(text, { found, texts, draft }, facts) {
    this.status.textContent = summary(found, draft);
    for (const row of texts) {
      const made = resultRow(row, found.phrases, facts.variants, true);
      this.add(itemAddress(row, found.phrases), [made], "bm-box__result");
    }
    const total = found.items.length;
    if (total > texts.length && !draft) this.add(searchAddress(text), [`全部 ${total} 篇`], "bm-box__all");
  }

  add(href, children, name = "") {
    const option = element("li", {
      role: "option",
      id: `${this.list.id}-${this.list.children.length}`,
      class: `bm-box__option ${name}`,
      "aria-selected": "false",
      "data-href": href,
    }, children);
    option.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey) window.open(href, "_blank", "noopener");
      else location.href = href;
    });
    this.list.appendChild(option);
  }

  close() {
    clearTimeout(this.timer);
    this.turn++;
    this.list.hidden = true;
    this.list.textContent = "";
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    if (this.preview && this.status.getAttribute("data-state") !== "error") this.status.textContent = "";
  }

  key(event) {
    const options = this.list.children;
    if (event.key === "Escape") {
      if (this.list.hidden) this.input.blur();
      else this.close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
      this.choose(stepped(this.active, event.key === "ArrowDown" ? 1 : -1, options.length));
    } else if (event.key === "Enter" && options[this.active]) {
      location.href = options[this.active].getAttribute("data-href");
    } else {
      return;
    }
    event.preventDefault();
  }

  choose(index) {
    Array.from(this.list.children).forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === index));
    });
    this.active = index;
    this.input.setAttribute("aria-activedescendant", this.list.children[index].id);
    this.list.children[index].scrollIntoView({ block: "nearest" });
  }
}

/* The option after, or before, the active one, in a circle; -1 is none. */
export function stepped(active, step, count) {
  if (active < 0) return step > 0 ? 0 : count - 1;
  return (active + step + count) % count;
}

function summary(found, draft) {
  if (draft) return "正在逐篇核对…";
  if (found.items.length) return `找到 ${found.items.length} 篇`;
  return found.near ? "没有完全匹配的，下面是近似结果" : "没有找到";
}

/* The texts of the first few results. */
async function firstTexts(found, draft) {
  const items = draft
    ? await drafted(found, found.items, "worth")
    : await sorted(found, found.near ? found.nearItems : found.items, "worth");
  return Promise.all(items.slice(0, MOST_SHOWN).map(textOf));
}
