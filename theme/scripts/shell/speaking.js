/* Reading an item aloud, with the voices of the reader's own system. */
import { all } from "./elements.js";
import { say } from "./live.js";

const ALOUD =
  ".bm-title .bm-kicker, .bm-title h1:not(.bm-untitled), .bm-title .bm-deck, .bm-para > :first-child";

export function offerReading() {
  if (!window.speechSynthesis || !window.SpeechSynthesisUtterance) return;
  all("[data-do='speak']").forEach((reader) => {
    reader.hidden = false;
    reader.setAttribute("aria-pressed", "false");
    reader.addEventListener("click", () => {
      if (isReading(reader)) {
        hush(reader);
        return;
      }
      window.speechSynthesis.cancel();
      reader.setAttribute("aria-pressed", "true");
      reader.textContent = "停止朗读";
      speak(reader, all(ALOUD));
    });
    window.addEventListener("pagehide", () => window.speechSynthesis.cancel());
  });
}

function isReading(reader) {
  return reader.getAttribute("aria-pressed") === "true";
}

function hush(reader) {
  window.speechSynthesis.cancel();
  all(".bm-speaking").forEach((spoken) => spoken.classList.remove("bm-speaking"));
  reader.setAttribute("aria-pressed", "false");
  reader.textContent = "朗读";
}

function speak(reader, passages) {
  const [passage] = passages;
  if (!passage) {
    hush(reader);
    return;
  }
  const words = new window.SpeechSynthesisUtterance(passage.textContent);
  words.lang = "zh-CN";
  words.onstart = () => passage.classList.add("bm-speaking");
  words.onend = () => {
    passage.classList.remove("bm-speaking");
    if (isReading(reader)) speak(reader, passages.slice(1));
  };
  words.onerror = (event) => {
    if (event.error === "canceled" || event.error === "interrupted") return;
    hush(reader);
    say("这个浏览器没有可用的中文语音");
  };
  window.speechSynthesis.speak(words);
}
