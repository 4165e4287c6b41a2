// What runs on the threads that `startThread` starts.
import { parentPort } from "node:worker_threads";
import type { DevelopJob } from "./Developed.ts";
import { develop } from "./develop.ts";

parentPort?.on("message", (job: DevelopJob) => {
  void develop(job).then(
    (result) => parentPort?.postMessage({ result }),
    (error: unknown) => parentPort?.postMessage({ error: String(error) }),
  );
});
