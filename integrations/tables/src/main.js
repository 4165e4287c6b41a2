import { loadTable } from "./loadTable.js";

const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
const inWorker = new Promise((resolve, reject) => {
  worker.addEventListener("message", ({ data }) => resolve(data));
  worker.addEventListener("error", ({ message }) => reject(new Error(`the worker failed: ${message}`)));
});

globalThis.results = Promise.all([loadTable(), inWorker]);
