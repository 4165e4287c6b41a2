// In a process of its own: tfjs' wasm starts once, with threads or without.
import { startBackend } from "../src/index.ts";
import { describeConformance } from "./describeConformance.ts";

describeConformance("wasm in Node, one thread", () => startBackend("wasm", { threads: 1 }));
