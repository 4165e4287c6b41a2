import { startBackend } from "@minibatch/backends";
import { describeTrainingSteps } from "./describeTrainingSteps.ts";

describeTrainingSteps("cpu in Node", () => startBackend("cpu"));
