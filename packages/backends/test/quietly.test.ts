import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { quietly } from "../src/quietly.ts";

it("quietly(load) mutes tfjs' warnings while anything loads, and no longer", async () => {
  let finish: () => void = () => undefined;
  const slow = quietly(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
  );
  await quietly(async () => expect(tf.env().getBool("PROD")).toBe(true));
  expect(tf.env().getBool("PROD")).toBe(true);
  finish();
  await slow;
  expect(tf.env().getBool("PROD")).toBe(false);
  await expect(quietly(() => Promise.reject(new Error("missing")))).rejects.toThrow("missing");
  expect(tf.env().getBool("PROD")).toBe(false);
});
