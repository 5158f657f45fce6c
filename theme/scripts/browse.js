/* Entry of the page that once combined facets: it leads on to the workbench, with the choice that an
   address names (`#region=150100&kind=caption`). */
import { leadOn } from "./browse/leading.js";
import { onArrival } from "./shell/arriving.js";

onArrival(leadOn);
