/* Copying a reference, or the address of a paragraph. */
import { all } from "./elements.js";
import { say } from "./live.js";

export function offerCopying() {
  all("[data-copy]").forEach((copier) => {
    copier.hidden = false;
    copier.addEventListener("click", () => {
      copy(document.getElementById(copier.dataset.copy).textContent, "已复制");
    });
  });
  all(".bm-permalink").forEach((link) => {
    link.addEventListener("click", () => copy(link.href, "已复制这一段的地址"));
  });
}

async function copy(text, done) {
  let copied = false;
  try {
    if (navigator.clipboard && window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      copied = true;
    } else {
      copied = copyByHand(text);
    }
  } catch (_error) {
    copied = false;
  }
  say(copied ? done : "浏览器不允许复制，请手工选取");
}

/* A page of a folder has no clipboard of its own: the old way, by a selection. */
function copyByHand(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "bm-vh";
  document.body.appendChild(area);
  area.select();
  try {
    return document.execCommand("copy");
  } finally {
    area.remove();
  }
}
