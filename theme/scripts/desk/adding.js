/* A new page, pasted or dropped in, and read while one looks; only with a reader behind the desk. */
import { button, element } from "../shell/elements.js";

const PATIENCE = 500;
const TURN = 1000;

export function offerNewPage(place, reader) {
  const name = element("input", { type: "text", id: "desk-name", placeholder: "nmgrb-20220616-07" });
  const words = element("textarea", { id: "desk-words", rows: "14" });
  const status = element("p", { class: "bm-desk__status", role: "status" }), found = element("ol");
  const saver = button("保存为新的一版", "bm-button bm-button--main", save);
  let timer = 0, turn = 0;

  async function look() {
    const now = ++turn;
    try {
      const { page } = await reader.tryNew(name.value.trim() || "new-page", words.value);
      if (now !== turn) return;
      status.textContent = `读成 ${page.items.length} 篇。`;
      found.replaceChildren(
        ...page.items.map((item) =>
          element("li", { text: `${item.title}（${item.called}）` }, [
            element(
              "ul",
              {},
              item.doubts.map((doubt) => element("li", { text: `第${doubt.line}行：${doubt.said}` })),
            ),
          ])
        ),
      );
    } catch (error) {
      if (now === turn) status.textContent = error.message;
    }
  }

  async function save() {
    try {
      await reader.add(name.value.trim(), words.value);
      status.textContent = "保存了，正在重新建成…";
      setTimeout(() => location.assign(`?page=${encodeURIComponent(name.value.trim())}`), TURN);
    } catch (error) {
      status.textContent = error.message;
    }
  }

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, PATIENCE);
  };
  for (const input of [name, words]) input.addEventListener("input", soon);
  words.addEventListener("dragover", (event) => event.preventDefault());
  words.addEventListener("drop", async (event) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    words.value = await file.text();
    name.value = name.value || file.name.replace(/\.txt$/, "");
    soon();
  });
  place.append(
    element("section", { "aria-label": "新的一版" }, [
      element("h2", { text: "新的一版" }),
      element("p", { class: "bm-desk__field" }, [element("label", { for: name.id, text: "版面编号" }), name]),
      element("p", { class: "bm-desk__field" }, [
        element("label", { for: words.id, text: "文字：贴进来，或把文件拖到这里" }),
        words,
      ]),
      element("p", { class: "bm-desk__row" }, [saver]),
      status,
      found,
    ]),
  );
}
