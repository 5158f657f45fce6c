/* What can be said of the chosen lines: a bar of buttons, and a key for each. */
import { button, element } from "../shell/elements.js";

/* `acts` are { give, begin, loose, join, part, order, role, read, clear }, each called with what was chosen there. */
export class Bar {
  constructor(acts, roles) {
    this.acts = acts;
    this.said = element("strong", { class: "bm-desk__chosen", "aria-live": "polite" });
    this.items = element("select", { "aria-label": "归入哪一篇" });
    this.items.addEventListener("change", () => this.taken(this.items, acts.give));
    this.roles = element("select", { "aria-label": "这是什么" }, [
      element("option", { value: "", text: "这是…（r）" }),
      ...roles.map(([value, text]) => element("option", { value, text })),
    ]);
    this.roles.addEventListener("change", () => this.taken(this.roles, acts.role));
    this.keys = {
      n: acts.begin,
      x: acts.loose,
      j: acts.join,
      p: acts.part,
      m: acts.read,
      o: acts.order,
      Backspace: acts.clear,
    };
    this.box = element("div", { class: "bm-desk__bar", role: "toolbar", "aria-label": "选中的行" }, [
      this.said,
      this.items,
      this.button("另起一篇（n）", acts.begin),
      this.button("不属于任何一篇（x）", acts.loose),
      this.roles,
      this.button("接上一行（j）", acts.join),
      this.button("自成一段（p）", acts.part),
      this.button("移到…之后（o）", acts.order),
      this.button("改错字（m）", acts.read),
      this.button("撤回对这几行的话", acts.clear),
    ]);
    this.choose([]);
  }

  button(text, act) {
    return button(text, "bm-button", () => act());
  }

  taken(select, act) {
    const { value } = select;
    select.value = "";
    if (value) act(value);
  }

  /* The items that lines can be given to, as [line, name]. */
  offer(items) {
    this.items.replaceChildren(
      element("option", { value: "", text: "归入…（g）" }),
      ...items.map(([value, text]) => element("option", { value, text })),
    );
  }

  choose(lines) {
    this.box.hidden = !lines.length;
    this.said.textContent = lines.length > 1
      ? `选中 ${lines.length} 行（第${lines[0]}–${lines[lines.length - 1]}行）`
      : `选中第${lines[0]}行`;
  }

  /* Acts by a key; says whether it did. */
  press(key) {
    if (key === "g") this.items.focus();
    else if (key === "r") this.roles.focus();
    else if (this.keys[key]) this.keys[key]();
    else return false;
    return true;
  }
}
