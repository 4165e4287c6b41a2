import { expect, it } from "vitest";
import { limitOf } from "../src/split/limitOf.ts";

it.for([
  [{}, { train: undefined, test: undefined }],
  [{ limit: 5 }, { train: 5, test: 5 }],
  [{ limit: { train: 5 } }, { train: 5, test: undefined }],
  [{ split: "train" }, { train: undefined, test: 0 }],
  [{ split: "test" }, { train: 0, test: undefined }],
  [
    { limit: { train: 5, test: 3 }, split: "train" },
    { train: 5, test: 0 },
  ],
] as const)("limitOf(%j) is %j", ([options, limits]) => {
  expect(limitOf(options)).toEqual(limits);
});
