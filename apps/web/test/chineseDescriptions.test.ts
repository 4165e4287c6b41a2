import { datasets } from "@minibatch/datasets";
import { expect, it } from "vitest";
import { chineseDescriptions } from "../src/pages/Data/chineseDescriptions.ts";

it("chineseDescriptions says what is in each dataset", () => {
  expect(Object.keys(chineseDescriptions).sort()).toEqual(datasets.map(({ name }) => name).sort());
});
