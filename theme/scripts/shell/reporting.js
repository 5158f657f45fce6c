/* The report of an error in an item, about one paragraph where a reader points at one. */
import { all, button, one } from "./elements.js";

const LONGEST = 120;

export function offerReports() {
  const report = document.getElementById("report");
  if (!report) return;
  const words = document.getElementById("report-text");
  const link = one("a[href*='/issues/new']", report);
  const blank = { words: words.textContent, href: link && link.href };
  all(".bm-para").forEach((para) => {
    const shown = all(".bm-ln", para).map((line) => line.textContent);
    const about = () => {
      const fault = faultIn(para.firstElementChild, shown);
      words.textContent = reportOf(blank.words, fault);
      if (link) link.href = addressOf(blank.href, fault);
      one("details", report).open = !link || !shown.length;
      report.scrollIntoView({ block: "center" });
      (link || one("summary", report)).focus({ preventScroll: true });
    };
    one(".bm-marks", para).appendChild(button("报错", "bm-wrong", about));
  });
}

/* What is wrong in a paragraph: where, in which source lines, and how it begins. */
export function faultIn(paragraph, lines) {
  const words = paragraph.textContent;
  return {
    place: paragraph.id,
    lines: lines.join("、"),
    words: words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words,
  };
}

/* The words of the report, about one paragraph. What a paragraph holds is never a pattern ($&). */
export function reportOf(blank, { place, lines, words }) {
  return blank
    .replace(/地址：.*/, (found) => `${found}#${place}`)
    .replace(/第[\d–]+行/, () => `第${lines}行`)
    .replace("网站上是：", (found) => found + words);
}

/* The form on the web with the same filled in. */
export function addressOf(blank, { place, lines, words }) {
  const address = new URL(blank);
  const asked = address.searchParams;
  asked.set("address", `${asked.get("address")}#${place}`);
  asked.set("line", lines);
  asked.set("read", words);
  return address.href;
}
