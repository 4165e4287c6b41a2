// What runs on the threads that `startThread` starts.
import { parentPort } from "node:worker_threads";
import type { DevelopJob } from "./Developed.ts";
import { develop } from "./develop.ts";

parentPort?.on("message", (job: DevelopJob) => {
  void develop(job).then(
    (result) => answer({ result }),
    (error: unknown) => answer({ error: String(error) }),
  );
});

function answer(message: object): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
  parentPort?.postMessage(message);
}
