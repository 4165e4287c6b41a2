// The same in a worker thread.
import { isMainThread, parentPort, Worker } from "node:worker_threads";

if (isMainThread) {
  new Worker(new URL(import.meta.url)).on("message", (result) => console.log(JSON.stringify(result)));
} else {
  console.log = () => {};
  const { result } = await import("./predict.js");
  parentPort.postMessage(result);
}
