import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { listBackends } from "../src/index.ts";

describe("listBackends()", () => {
  it("gives every backend with what it runs on, the preferred one first", async () => {
    const statuses = await listBackends();
    expect(statuses.map(({ name }) => name)).toEqual(["wasm", "cpu"]);
    for (const status of statuses) {
      expect(status).toMatchObject({ available: true, fix: "" });
      expect(status.reason).not.toBe("");
      expect(status.device).not.toBe("");
    }
  });

  it("starts none of them", async () => {
    await listBackends();
    expect(tf.engine().backendName).toBeUndefined();
  });
});
