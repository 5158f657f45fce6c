/* Entry of the desk: a page of the archive, its lines and items, and what a person says of them. */
import { loadPage, loadWords, receiveForDesk } from "./desk/loading.js";
import { offerNewPage } from "./desk/adding.js";
import { Desk } from "./desk/page.js";
import { readerBehind } from "./desk/server.js";
import { element } from "./shell/elements.js";
import { onArrival } from "./shell/arriving.js";

Object.assign(window, { BanmianDesk: { receive: receiveForDesk } });
onArrival(async () => {
  const place = document.getElementById("banmian-desk");
  const id = new URLSearchParams(location.search).get("page");
  if (!place) return;
  if (!id) {
    const reader = readerBehind();
    if (reader) offerNewPage(place, reader);
    return;
  }
  try {
    const reader = readerBehind(), told = reader ? await reader.read(id, null) : { page: await loadPage(id) };
    const desk = new Desk(place, told.page, await loadWords(), reader);
    if (told.faults) desk.outcome.faults(told.faults);
  } catch (error) {
    place.prepend(element("p", { class: "bm-abstract", role: "alert", text: error.message }));
  }
});
