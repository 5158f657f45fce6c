/* Where a sidecar goes: to a file of the reader's, to the clipboard, to the editor on the host's pages. */
const LONGEST = 7000;

/* The address of the host's editor: a new file comes filled in where its text is not too long for an address; for one
   that is there already the text is to be pasted. Nothing where the archive names no repository. */
export function editorAddress({ repo, edit, folder, name, text, there }) {
  if (!repo) return "";
  const way = `${edit.replace(/\/$/, "")}/${folder}`.replace(/\/$/, "");
  if (there) return `${repo}/${way}/${encodeURIComponent(name)}`;
  const asked = new URLSearchParams({ filename: name });
  const bare = `${repo}/${way.replace(/^edit\//, "new/")}?${asked}`;
  asked.set("value", text);
  const whole = `${repo}/${way.replace(/^edit\//, "new/")}?${asked}`;
  return whole.length > LONGEST ? bare : whole;
}

export function isFilledIn(address) {
  return address.includes("value=");
}

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (_error) {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.appendChild(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}
