/* Entry of every page: what a reader may do beyond reading. All pages work without. */
import { furnishForms } from "./box/furnishing.js";
import { fetchSearch, fetchSearchOnDemand } from "./box/waking.js";
import { offerCopying } from "./shell/copying.js";
import { listenToKeys } from "./shell/keys.js";
import { followLine, offerLineNumbers } from "./shell/lines.js";
import { showHere } from "./shell/navigation.js";
import { offerSettings } from "./shell/panel.js";
import { offerReports } from "./shell/reporting.js";
import { offerReading } from "./shell/speaking.js";
import { fillToday } from "./shell/today.js";

showHere();
offerSettings();
fillToday();
offerCopying();
offerReports();
offerLineNumbers();
offerReading();
followLine();
listenToKeys();
furnishForms().forEach(fetchSearchOnDemand);
/* An item that was reached from a search has its hits marked. */
if (new URLSearchParams(location.search).has("h")) fetchSearch();
