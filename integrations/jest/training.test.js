import { writeFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { train } from "./mlp/train.js";

test("the network of the README trains", async () => {
  const trained = await train();
  expect(trained.loss).toBeCloseTo(0.73644, 4);
  await writeFile("trained.json", JSON.stringify(trained));
});
