import { startBackend } from "@minibatch/backends";
import { describeTrainingSteps } from "./describeTrainingSteps.ts";
import { requireFastOnCpu } from "./requireFastOnCpu.ts";

describeTrainingSteps("cpu in Node", (context, recipe) => {
  requireFastOnCpu(context, recipe);
  return startBackend("cpu");
});
