// The same in a worker thread, whose console is that of the program.
import { isMainThread, Worker } from "node:worker_threads";

if (isMainThread) new Worker(new URL(import.meta.url));
else await import("./predict.js");
