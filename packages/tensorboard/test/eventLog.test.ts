import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { eventLog, TensorboardError } from "../src/index.ts";
import { tinyPng } from "./tinyPng.ts";

const reference = JSON.parse(readFileSync(new URL("reference/events.json", import.meta.url), "utf8")) as {
  file: string;
};

it("eventLog(write) writes the bytes that TensorBoard's own writer does", () => {
  const chunks: Uint8Array[] = [];
  const log = eventLog((bytes) => chunks.push(bytes), { now: () => 1_700_000_000.5 });
  log.hyperparameters({ learningRate: 0.001, optimizer: "adam", shuffle: false });
  log.text(0, "run/recipe", "**drawn** 漢");
  log.restart(300);
  log.scalars(2 ** 40, { "epoch/loss": 0.1, "epoch/accuracy": 0.875 });
  log.image(1, "test/pixel", tinyPng);
  log.end("success");
  expect(chunks).toHaveLength(7);
  expect(Buffer.concat(chunks).toString("base64")).toBe(reference.file);
});

it("eventLog(write) takes a picture as bytes or as the data: address that imageUri makes", () => {
  const written = [tinyPng, Buffer.from(tinyPng.split(",")[1] ?? "", "base64")].map((png) => {
    const chunks: Uint8Array[] = [];
    eventLog((bytes) => chunks.push(bytes), { now: () => 0 }).image(1, "pixel", png);
    return chunks;
  });
  expect(written[0]).toEqual(written[1]);
});

it.each([
  ["a JPEG", Uint8Array.of(0xff, 0xd8, 0xff)],
  ["an address of another kind", "data:image/jpeg;base64,AAAA"],
  ["the head of a PNG", Buffer.from(tinyPng.split(",")[1] ?? "", "base64").subarray(0, 20)],
])("eventLog(write).image refuses %s", (_, png) => {
  const log = eventLog(() => undefined);
  expect(() => log.image(1, "pixel", png)).toThrow(TensorboardError);
});

it.each([-1, 0.5, Number.NaN])("eventLog(write).scalars refuses the step %s", (step) => {
  const log = eventLog(() => undefined);
  expect(() => log.scalars(step, { loss: 1 })).toThrow(
    `step must be a whole number from 0 on, but it is ${step}.`,
  );
});
