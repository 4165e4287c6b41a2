// In a process of its own: native TensorFlow stays in it, where it is tested.
import { startBackend } from "../src/index.ts";
import { describeConformance } from "./describeConformance.ts";
import { setUpOrSkip } from "./setUpOrSkip.ts";

describeConformance("node (TensorFlow)", async (context) => {
  const folder = await setUpOrSkip("node", context);
  await startBackend("node", { folder });
});
