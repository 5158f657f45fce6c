/* Entry of a newspaper page that has a picture. */
import { onArrival } from "./shell/arriving.js";
import { openScan } from "./scan/viewing.js";

onArrival(openScan);
