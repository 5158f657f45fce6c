/* What can be said of the chosen lines: a bar of buttons, and a key for each. */
import { button, element } from "../shell/elements.js";

/* `acts` are { give, begin, loose, join, part, order, role, read, clear }. */
export class Bar {
  constructor(acts) {
    this.said = element("strong", { class: "bm-desk__chosen", "aria-live": "polite" });
    this.keys = {
      g: acts.give,
      n: acts.begin,
      x: acts.loose,
      r: acts.role,
      j: acts.join,
      p: acts.part,
      m: acts.read,
      o: acts.order,
      Backspace: acts.clear,
    };
    this.box = element("div", { class: "bm-desk__bar", role: "toolbar", "aria-label": "选中的行" }, [
      this.said,
      this.button("归入…（g）", acts.give),
      this.button("另起一篇（n）", acts.begin),
      this.button("不属于任何一篇（x）", acts.loose),
      this.button("这是…（r）", acts.role),
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

  choose(lines) {
    this.box.hidden = !lines.length;
    this.said.textContent = lines.length > 1
      ? `选中 ${lines.length} 行（第${lines[0]}–${lines[lines.length - 1]}行）`
      : `选中第${lines[0]}行`;
  }

  /* Acts by a key; says whether it did. */
  press(key) {
    if (!this.keys[key]) return false;
    this.keys[key]();
    return true;
  }
}
