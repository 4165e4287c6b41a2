// In a process of its own: tfjs' wasm starts once, with threads or without.
import { startBackend } from "../src/index.ts";
import { describeConformance } from "./describeConformance.ts";

describeConformance("wasm in Node, two threads", () => startBackend("wasm", { threads: 2 }));
