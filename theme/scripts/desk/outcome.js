/* What comes of it: the sidecar as it grows, and the ways to take it on. */
import { button, element } from "../shell/elements.js";
import { saveFile } from "../shell/saving.js";
import { material } from "../shell/material.js";
import { copyText, editorAddress, isFilledIn } from "./proposing.js";

const BY = "banmian.desk-by";
const ISSUE = [["paper", "报名", "草原晚报"], ["date", "日期", "2022-06-16"], ["page", "版次", "07"]];

export class Outcome {
  /* `acts` are { back, forth, saved, issue }. */
  constructor(page, { repo, edit }, reader, acts) {
    this.page = page;
    this.repo = repo;
    this.edit = edit;
    this.reader = reader;
    this.acts = acts;
    this.text = "";
    this.inputs = new Map();
    this.status = element("p", { class: "bm-desk__status", role: "status", "aria-live": "polite" });
    this.undo = button("撤销", "bm-button", acts.back);
    this.redo = button("重做", "bm-button", acts.forth);
    this.fields = element("div", { class: "bm-desk__issue" }, ISSUE.map((each) => this.issue(...each)));
    this.top = element("div", { class: "bm-desk__top" }, [
      element("h2", {}, [element("a", { href: `../pages/${page.id}/index.html`, text: page.name })]),
      element("p", { class: "bm-desk__row" }, [
        this.undo,
        this.redo,
        element("a", { class: "bm-button", href: "queue/index.html", text: "别的要核对的" }),
      ]),
      element("details", {}, [
        element("summary", { text: "报名、日期、版次，您的名字" }),
        this.fields,
        this.by(),
      ]),
      this.status,
    ]);
    this.code = element("pre", { class: "bm-desk__code", tabindex: "0", "aria-label": "附注" });
    this.wrong = element("ul", { class: "bm-desk__faults" });
    this.ways = element("p", { class: "bm-desk__row" }, [
      ...(reader ? [this.saver = button("保存", "bm-button bm-button--main", () => this.save())] : []),
      ...(repo ? [button("提交修改", "bm-button bm-button--main", () => this.propose())] : []),
      button("下载", "bm-button", () => saveFile(page.sidecar, "text/yaml;charset=utf-8", this.text)),
      button("复制", "bm-button", () => this.copy()),
    ]);
    this.box = element("section", { class: "bm-desk__out", "aria-label": "附注", id: "desk-sidecar" }, [
      element("h2", { text: `附注 ${page.sidecar}` }),
      ...(page.hidden ? [element("p", { class: "bm-abstract", text: HIDDEN })] : []),
      ...(page.printed && !reader ? [element("p", { class: "bm-note", text: PRINTED })] : []),
      this.wrong,
      this.ways,
      this.code,
    ]);
  }

  issue(key, name, placeholder) {
    const input = element("input", { type: "text", placeholder, id: `desk-of-${key}` });
    input.addEventListener("change", () => this.acts.issue(key, input.value.trim()));
    this.inputs.set(key, input);
    return element("p", { class: "bm-desk__field" }, [
      element("label", { for: input.id, text: name }),
      input,
    ]);
  }

  by() {
    const kept = material.__md_get(BY);
    const input = element("input", {
      type: "text",
      "data-by": "",
      id: "desk-by",
      value: typeof kept === "string" ? kept : "",
    });
    input.addEventListener("change", () => material.__md_set(BY, input.value.trim()));
    return element("p", { class: "bm-desk__field" }, [
      element("label", { for: "desk-by", text: "核对人" }),
      input,
    ]);
  }

  tell(words) {
    this.status.textContent = words;
  }

  show(state, text, steps) {
    this.text = text;
    const same = text === (this.page.text || "");
    this.code.textContent = text || "还没有要说的。";
    this.ways.hidden = same;
    this.undo.disabled = steps.at === 0;
    this.redo.disabled = steps.at === steps.states.length - 1;
    this.forget = () => steps.forget();
    for (const [key, input] of this.inputs) {
      if (document.activeElement !== input) input.value = state.issue[key] || "";
    }
  }

  faults(found) {
    this.wrong.replaceChildren(
      ...(found || []).map((fault) => element("li", { text: `${fault.message}${fault.hint}` })),
    );
    if (this.saver) this.saver.disabled = Boolean(found && found.length);
  }

  async copy() {
    this.tell(await copyText(this.text) ? "已复制。" : "浏览器不让复制，请选中下面的文字自己复制。");
  }

  async save() {
    try {
      await this.reader.save(this.page.id, this.text, this.page.text || "");
      this.forget();
      this.acts.saved();
    } catch (error) {
      this.tell(error.message);
    }
  }

  async propose() {
    const { repo, edit, page, text } = this, there = Boolean(page.text) || page.hidden;
    const address = editorAddress({ repo, edit, folder: page.folder, name: page.sidecar, text, there });
    if (isFilledIn(address)) this.tell("已在新的一页打开，内容填好了，点 Commit changes… 提交。");
    else {
      await copyText(text);
      this.tell(
        page.hidden
          ? "文字已复制：请在打开的页面里把它们并到原有的附注里，再点 Commit changes…。"
          : "文字已复制：请在打开的页面里全选、粘贴，盖住原来的，再点 Commit changes…。",
      );
    }
    open(address, "_blank", "noopener");
  }
}

const HIDDEN = "本版有撤下的内容，原有的附注不在这里。下面只有新写的几行，请并到原有的附注里。";
const PRINTED = "这一版是逐行印出的：改动一行，它后面同一段的几行会跟着走；以重新建成以后的样子为准。";
