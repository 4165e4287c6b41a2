import { loadTable } from "./loadTable.js";

postMessage(await loadTable());
