/* The desk over one page: lines on one side, items on the other, and the sidecar that comes of it below. */
import { element, one } from "../shell/elements.js";
import { Bar } from "./acting.js";
import { askInto } from "./asking.js";
import { cardOf } from "./cards.js";
import { keepFocus } from "./focus.js";
import { leftDraft, Steps } from "./drafts.js";
import { Lines } from "./lines.js";
import { Outcome } from "./outcome.js";
import { seen } from "./seeing.js";
import {
  begun,
  sayAuthors,
  sayChecked,
  sayOfIssue,
  sayOfItem,
  sayOfLines,
  sayReading,
  sayTag,
  sayWithdrawn,
} from "./state.js";
import { sidecarOf } from "./writing.js";

const PAUSE = 250;
const today = () => {
  const now = new Date(), two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

export class Desk {
  constructor(place, page, words, reader) {
    this.place = place;
    this.page = page;
    this.words = words;
    this.reader = reader;
    /* How the reader behind the desk reads a state: { state, page }. */
    this.read = null;
    this.open = new Set();
    const left = leftDraft(page);
    this.steps = new Steps(page, begun(page));
    if (left && !left.stale) this.steps.take(left.state);
    this.lines = new Lines((lines) => this.bar.choose(lines));
    this.bar = new Bar(this.acts());
    this.cards = element("div", { class: "bm-desk__cards", id: "desk-items" });
    this.outcome = new Outcome(page, place.dataset, reader, {
      back: () => this.step("back"),
      forth: () => this.step("forth"),
      saved: () => location.reload(),
      issue: (key, value) => this.sayOnLeaving((state) => sayOfIssue(state, key, value)),
    });
    this.asked = element("div", { class: "bm-desk__asked" });
    place.replaceChildren(
      ...this.lists(),
      this.outcome.top,
      this.asked,
      element("nav", { class: "bm-desk__ways", "aria-label": "这一页的各部分" }, [
        element("a", { href: "#desk-lines", text: "原文" }),
        element("a", { href: "#desk-items", text: "稿件" }),
        element("a", { href: "#desk-sidecar", text: "附注" }),
      ]),
      element("div", { class: "bm-desk__spread" }, [
        element("section", { "aria-label": "原文", id: "desk-lines" }, [this.bar.box, this.lines.list]),
        element("section", { "aria-label": "稿件" }, [this.cards]),
      ]),
      this.outcome.box,
    );
    this.heedPointer();
    document.onkeydown = (event) => this.pressed(event);
    if (left && left.stale) {
      this.outcome.tell("浏览器里的草稿是照从前的附注写的，没有用上；改过以后会盖住它。");
    } else if (left) this.outcome.tell("接着上次的草稿。");
    this.show();
    if (this.steps.at) this.readSoon();
    this.arrive();
  }

  /* Proposals for what is typed. */
  lists() {
    return ["columns", "themes", "regions", "practices"].map((kind) =>
      element(
        "datalist",
        { id: `desk-${kind}` },
        this.words[kind].map((value) => element("option", { value })),
      )
    );
  }

  arrive() {
    const line = /^#L(\d+)$/.exec(location.hash);
    if (line && this.lines.at(line[1])) this.go(Number(line[1]));
  }

  get state() {
    return this.steps.state;
  }

  say(change) {
    this.steps.take(change(this.state));
    this.after();
  }

  /* What a field says when one leaves it: shown when the click or the key that left it is done, for it is meant for
     what is there now. */
  sayOnLeaving(change) {
    this.steps.take(change(this.state));
    if (this.pointer) this.waiting = true;
    else setTimeout(() => this.after(), 0);
  }

  heedPointer() {
    document.onpointerdown = () => {
      this.pointer = true;
    };
    document.onpointerup = () => {
      this.pointer = false;
      if (this.waiting) setTimeout(() => this.after(), 0);
      this.waiting = false;
    };
  }

  step(way) {
    this.steps[way]();
    this.after();
  }

  after() {
    this.show();
    this.readSoon();
  }

  show() {
    const read = this.read && this.read.state === this.state ? this.read.page : null;
    const { rows, cards } = seen(this.page, this.state, read);
    this.rows = rows;
    this.lines.show(rows);
    this.items = cards.map((card) => [String(card.line), `第${card.number}篇 ${card.title}`]);
    const order = cards.slice().sort((a, b) => worth(a) - worth(b));
    keepFocus(this.cards, () => {
      this.cards.replaceChildren(...order.map((card) => cardOf(card, this.words, this.itemActs())));
    });
    this.outcome.show(this.state, sidecarOf(this.page, this.state), this.steps);
  }

  readSoon() {
    if (!this.reader) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      const { state } = this, text = sidecarOf(this.page, state);
      try {
        const told = await this.reader.read(this.page.id, text);
        if (state !== this.state) return;
        if (told.page) this.read = { state, page: told.page };
        this.outcome.faults(told.faults);
        this.show();
      } catch (error) {
        this.outcome.tell(error.message);
      }
    }, PAUSE);
  }

  go(line) {
    this.lines.choose([line]);
    const row = this.lines.at(line);
    row.scrollIntoView({ block: "center" });
    row.focus({ preventScroll: true });
  }

  pressed(event) {
    const typing = event.target.closest && event.target.closest("input, select, textarea");
    if (typing || event.altKey || !this.place.isConnected) return;
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && (key === "z" || key === "y")) {
      this.step(key === "z" && !event.shiftKey ? "back" : "forth");
    } else if (event.ctrlKey || event.metaKey || !this.lines.acted().length || !this.bar.press(event.key)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  above(line) {
    const numbers = this.rows.map((row) => row.number);
    return numbers[numbers.indexOf(line) - 1];
  }

  acts() {
    const say = (key, value) => () => this.say((state) => sayOfLines(state, this.lines.acted(), key, value));
    return {
      give: () => this.choice("归入哪一篇？", this.items, (line) => say("item", Number(line))()),
      begin: () => this.say((state) => sayOfLines(state, this.lines.acted().slice(0, 1), "item", "new")),
      loose: say("item", "none"),
      role: () => this.choice("这是什么？", this.words.roles, (role) => say("role", role)()),
      part: say("joins", "none"),
      join: () => this.join(),
      order: () => this.order(),
      read: () => this.reading(),
      clear: () => this.clear(),
    };
  }

  /* Asks which of some; the lines that are meant stay chosen. */
  choice(question, options, then) {
    const lines = this.lines.acted();
    askInto(this.asked, question, "", (value) => {
      this.lines.choose(lines);
      if (value) then(value);
      const row = this.lines.at(lines[0]);
      if (row) row.focus();
    }, options);
  }

  /* Each line continues the one chosen before it, the first the line above. */
  join() {
    const lines = this.lines.acted(), from = lines.length > 1 ? lines : [this.above(lines[0])].concat(lines);
    if (from[0] === undefined) return;
    this.say((state) =>
      from.slice(1).reduce((next, line, at) => sayOfLines(next, [line], "joins", from[at]), state)
    );
  }

  order() {
    const [line] = this.lines.acted(), { place } = this.rows.find((row) => row.number === line);
    const others = this.rows.filter((row) => row.place === place && row.number !== line);
    const options = others.map((row) => [String(row.number), `第${row.number}行 ${row.text.slice(0, 16)}`]);
    this.choice(`第${line}行读在哪一行之后？`, options, (value) => {
      this.say((state) => sayOfLines(state, [line], "after", Number(value)));
    });
  }

  reading() {
    const [line] = this.lines.acted(), { text } = this.rows.find((row) => row.number === line);
    askInto(this.asked, `第${line}行应当是（报上印的照样留着）：`, text, (value) => {
      if (value !== null) this.say((state) => sayReading(state, line, text, value));
      this.lines.at(line).focus();
    });
  }

  clear() {
    this.say((state) =>
      this.lines.acted().reduce((next, line) => {
        const bare = ["role", "item", "joins", "after"].reduce(
          (left, key) => sayOfLines(left, [line], key, undefined),
          next,
        );
        return sayReading(bare, line, "", "");
      }, state)
    );
  }

  itemActs() {
    return {
      show: (card) => {
        this.lines.choose(card.lines);
        this.lines.at(card.lines[0]).scrollIntoView({ block: "center" });
      },
      go: (line) => this.go(line),
      check: (card) => this.check(card),
      item: (card, key, value) => this.sayOnLeaving((state) => sayOfItem(state, card.lines, key, value)),
      authors: (card, names) => this.sayOnLeaving((state) => sayAuthors(state, card.lines, names)),
      tag: (card, kind, way, name) =>
        this.sayOnLeaving((state) => sayTag(state, card.lines, kind, way, name)),
      withdraw: (card) => this.withdraw(card),
      isOpen: (card) => this.open.has(card.lines[0]),
      opened: (card, open) => this.open[open ? "add" : "delete"](card.lines[0]),
    };
  }

  check(card) {
    if (card.checked) {
      this.say((state) => sayChecked(state, card.lines, null));
      return;
    }
    const by = one("[data-by]", this.place).value.trim();
    const check = { by: by || undefined, on: today(), text: card.sum || undefined };
    this.say((state) => sayChecked(state, card.lines, check));
  }

  withdraw(card) {
    if (card.withdrawn) {
      this.say((state) => sayWithdrawn(state, card.lines, null));
      return;
    }
    askInto(this.asked, `撤下“${card.title}”的理由（会写在它的地址上）：`, "", (reason) => {
      if (reason) this.say((state) => sayWithdrawn(state, card.lines, { reason, on: today() }));
    });
  }
}

/* Doubted items first, then in their order. */
const worth = (card) => (card.doubts.length && !card.checked ? 0 : 10000) + card.number;
