import { startBackend } from "@minibatch/backends";
import { describeTrainingSteps } from "./describeTrainingSteps.ts";

describeTrainingSteps("wasm in Node, two threads", () => startBackend("wasm", { threads: 2 }));
