// In a process of its own: no backend has been started.
import { temporaryFolder } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { listBackends } from "../src/index.ts";

describe("listBackends()", () => {
  it("gives every backend with what it runs on, the preferred one first", async () => {
    const statuses = await listBackends({ folder: await temporaryFolder() });
    expect(statuses.map(({ name }) => name)).toEqual(["node", "webgpu", "webgl", "wasm", "cpu"]);
    for (const status of statuses) {
      expect(status.reason).not.toBe("");
      expect(status.available).toBe(status.fix === "");
      expect(status.available).toBe(status.device !== "");
    }
    expect(statuses.filter(({ available }) => available).map(({ name }) => name)).toEqual(["wasm", "cpu"]);
  });

  it("says the one thing to do for what is not installed", async () => {
    const [node, webgpu, webgl] = await listBackends({ folder: await temporaryFolder() });
    expect(node).toMatchObject({
      reason: "@tensorflow/tfjs-node is not installed",
      fix: "minibatch backends --setup node",
    });
    expect(webgpu).toMatchObject({
      reason: "webgpu is not installed",
      fix: "minibatch backends --setup webgpu, or npm install webgpu",
    });
    expect(webgl).toMatchObject({ reason: "WebGL runs in browsers only" });
  });

  it("starts none of them", async () => {
    await listBackends({ folder: await temporaryFolder() });
    expect(tf.engine().backendName).toBeUndefined();
    expect((globalThis.navigator as { gpu?: unknown } | undefined)?.gpu).toBeUndefined();
  });
});
