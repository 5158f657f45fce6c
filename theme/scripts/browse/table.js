/* What is chosen, as files to take away. */

/* What a row of generator/site/views/facets.py holds, but for the date in words at its end. */
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
  const lines = [COLUMNS, ...rows].map((row) => row.slice(0, COLUMNS.length).map(cell).join(","));
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
