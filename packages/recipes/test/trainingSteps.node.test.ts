import { startBackend } from "@minibatch/backends";
import { setUpOrSkip } from "../../backends/test/setUpOrSkip.ts";
import { describeTrainingSteps } from "./describeTrainingSteps.ts";

describeTrainingSteps("node (TensorFlow)", async (context) => {
  const folder = await setUpOrSkip("node", context);
  await startBackend("node", { folder });
});
