import { expect, it } from "vitest";
import { historyToCsv } from "../src/index.ts";

it("historyToCsv(history) writes a header and a row an epoch", () => {
  const csv = historyToCsv({ loss: [0.5, 0.25], accuracy: [0.75, 1], valLoss: [0.6, 0.4] });
  expect(csv).toBe("epoch,loss,accuracy,valLoss\n1,0.5,0.75,0.6\n2,0.25,1,0.4\n");
});
