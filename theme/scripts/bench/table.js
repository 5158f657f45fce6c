/* A selection as tables, and as a document that Word opens. */

/* What a row of generator/site/views/taking.py holds. */
const COLUMNS = [
  "编号",
  "标题",
  "引题",
  "副题",
  "体裁",
  "栏目",
  "署名",
  "地区",
  "地区代码",
  "主题",
  "日期",
  "日期依据",
  "报纸",
  "版次",
  "地址",
];
/* First characters that spreadsheets act on; the same as RISKY of generator/data/exporting/tables.py. */
const RISKY = ["=", "+", "-", "@", "\t", "\r", "'", "＝", "＋", "－", "＠"];

/* A cell that a spreadsheet could take for a formula gets an apostrophe in front, and so does one that
   has an apostrophe there: taking one away always gives the words back. */
export function cell(words) {
  const safe = RISKY.includes(words[0]) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/* A table with a byte order mark, without which Excel takes it for another encoding. */
export function csvOf(rows) {
  const lines = [COLUMNS, ...rows].map((row) => row.map(cell).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

export function jsonOf(rows) {
  const objects = rows.map((row) => {
    const object = {};
    COLUMNS.forEach((name, at) => object[name] = row[at]);
    return object;
  });
  return `${JSON.stringify(objects, null, 1)}\n`;
}

const SIGNS = new Map([["&", "&amp;"], ["<", "&lt;"], [">", "&gt;"], ['"', "&quot;"]]);

/* Words as they stand in HTML. */
export function written(words) {
  return words.replace(/[&<>"]/g, (sign) => SIGNS.get(sign));
}

/* A document in HTML, which Word opens: title, where it comes from and reference of each item. `about` has the
   archive's name, the selection in words, and its address. */
export function documentOf(rows, references, { site, words, address }) {
  const cellOf = (row, name) => row[COLUMNS.indexOf(name)];
  const items = rows.map((row, at) => {
    const notes = ["体裁", "栏目", "地区", "署名"].map((name) => cellOf(row, name)).filter(Boolean).join(
      " · ",
    );
    return `<li><p><b>${written(cellOf(row, "标题"))}</b></p><p>${written(notes)}</p>` +
      `<p>${written(references[at])}</p></li>\n`;
  });
  return '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">' +
    `<title>${written(site)}</title></head>\n<body><h1>${written(site)}</h1>\n` +
    `<p>${written(words)}，共 ${rows.length} 篇</p>\n<ol>\n${items.join("")}</ol>\n` +
    `<p>${written(address)}</p></body></html>\n`;
}
