// The same in a worker thread, whose console is that of the program.
import { once } from "node:events";
import { isMainThread, Worker } from "node:worker_threads";

if (isMainThread) await once(new Worker(new URL(import.meta.url)), "exit");
else await import("./predict.js");
