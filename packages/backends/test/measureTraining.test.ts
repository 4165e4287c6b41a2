// In a process of its own: tfjs' wasm starts once, with threads or without.
import { expectNoLeak } from "@minibatch/testing";
import { expect, it } from "vitest";
import { measureTraining, startBackend } from "../src/index.ts";

it("measureTraining() gives samples per second and leaves no tensors", async () => {
  await startBackend("wasm", { threads: 1 });
  expect(await expectNoLeak(() => measureTraining({ seconds: 0.05 }))).toBeGreaterThan(100);
});

it("measureTraining({ signal }) stops", async () => {
  await startBackend("wasm");
  const reason = new Error("enough");
  await expect(
    expectNoLeak(() =>
      measureTraining({ signal: AbortSignal.abort(reason) }).catch((error: unknown) => error),
    ),
  ).resolves.toBe(reason);
});
