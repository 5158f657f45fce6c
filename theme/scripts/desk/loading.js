/* What the desk has of a page: from the server behind it, where there is one, else from a script beside the site. */
import { insertScript } from "../shell/inserting.js";
import { root } from "../shell/root.js";

const WAIT = 30000;
const came = new Map();

export function receiveForDesk(name, value) {
  came.set(name, value);
}

async function loadedForDesk(address, name) {
  await insertScript(`${root}desk/${address}.js`, WAIT);
  const value = came.get(name);
  came.delete(name);
  if (!value) throw new Error(`desk/${address}.js 读不出来`);
  return value;
}

export const loadWords = () => loadedForDesk("words", "words");

/* A page by its id, which may come from an address that anybody wrote. */
export function loadPage(id) {
  if (!/^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*$/.test(id)) return Promise.reject(new Error("没有这一版"));
  return loadedForDesk(`pages/${id}`, id);
}
