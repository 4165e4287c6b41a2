import { startBackend } from "../src/index.ts";
import { setupBackend } from "../src/setup.ts";
import { describeConformance } from "./describeConformance.ts";
import { requireTestBackends } from "./requireTestBackends.ts";

describeConformance(
  "node (TensorFlow)",
  async () => {
    const folder = process.env["MINIBATCH_TEST_BACKENDS"];
    await setupBackend("node", { folder });
    await startBackend("node", { folder });
  },
  requireTestBackends,
);
