/* The reader behind the desk: `banmian serve` puts its token into the page, and reads each change anew. */
import { one } from "../shell/elements.js";
import { root } from "../shell/root.js";

export function readerBehind() {
  const token = one("meta[name='banmian-desk']");
  if (!token || location.protocol === "file:") return null;
  const ask = async (what, told) => {
    const answer = await fetch(`${root}.banmian/desk/${what}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Banmian-Desk": token.content },
      body: JSON.stringify(told),
    });
    const value = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(value.message || `预览的程序答不上来（${answer.status}）`);
    return value;
  };
  return {
    read: (page, text) => ask("read", { page, text }),
    save: (page, text, before) => ask("save", { page, text, before }),
    tryNew: (name, words) => ask("try", { name, words }),
    add: (name, words) => ask("add", { name, words }),
  };
}
