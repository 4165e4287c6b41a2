import { expect, it } from "vitest";
import { counted } from "../src/i18n/counted.ts";

it("counted(count, singular) has an s for all but one", () => {
  expect([0, 1, 2, 2000].map((count) => counted(count, "epoch"))).toEqual([
    "0 epochs",
    "1 epoch",
    "2 epochs",
    "2,000 epochs",
  ]);
  expect(counted(2, "class", "classes")).toBe("2 classes");
});
