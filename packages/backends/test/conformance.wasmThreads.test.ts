import { startBackend } from "../src/index.ts";
import { describeConformance } from "./describeConformance.ts";

describeConformance("wasm in Node, two threads", () => startBackend("wasm", { threads: 2 }));
