import { loadFiles } from "./loadFiles.js";

postMessage(await loadFiles());
