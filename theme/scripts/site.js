/* Entry of every page: what a reader may do beyond reading. All pages work without. */
import { furnishForms } from "./box/furnishing.js";
import { fetchSearch, fetchSearchOnDemand } from "./box/waking.js";
import { onArrival, settleHeader } from "./shell/arriving.js";
import { offerKeeping } from "./shell/basket.js";
import { offerAddresses, readOutDialog } from "./shell/copying.js";
import { listenToKeys } from "./shell/keys.js";
import { followLines, markSame, offerLineNumbers } from "./shell/lines.js";
import { offerSettings } from "./shell/panel.js";
import { offerReports } from "./shell/reporting.js";
import { shortenAddresses } from "./shell/shortening.js";
import { offerReading } from "./shell/speaking.js";
import { shutReasons } from "./shell/suspects.js";
import { openTabs } from "./shell/tabs.js";
import { fillToday } from "./shell/today.js";
import { keepVerbatim } from "./shell/verbatim.js";

settleHeader();
offerSettings();
readOutDialog();
shortenAddresses();
listenToKeys();
followLines();
shutReasons();
onArrival(() => {
  fillToday();
  openTabs();
  keepVerbatim();
  offerAddresses();
  offerReports();
  offerKeeping();
  offerLineNumbers();
  markSame();
  offerReading();
  furnishForms().forEach(fetchSearchOnDemand);
  /* An item that was reached from a search has its hits marked. */
  if (new URLSearchParams(location.search).has("h")) fetchSearch();
});
