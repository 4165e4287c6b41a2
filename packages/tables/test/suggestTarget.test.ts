import { expect, it } from "vitest";
import { readTable, suggestTarget } from "../src/index.ts";

const rows = (row: (index: number) => Record<string, unknown>) =>
  Array.from({ length: 40 }, (_, at) => row(at));

it("suggestTarget(raw) is the last column where every column could be one", async () => {
  const raw = await readTable(rows((at) => ({ rooms: at % 7, area: at * 1.5, price: at * 3.25 })));
  expect(suggestTarget(raw)).toBe("price");
});

it("suggestTarget(raw) passes over remarks, dates, names and what is half empty at the end", async () => {
  const raw = await readTable(
    rows((at) => ({
      id: at + 1,
      rooms: at % 7,
      kind: at % 2 ? "flat" : "house",
      sold: `2024-02-${String((at % 28) + 1).padStart(2, "0")}`,
      agent: at % 2 ? "Ada" : null,
      email: `p${at}@example.org`,
      remarks: at % 3 ? null : `The garden of number ${at} is nice`,
    })),
  );
  expect(suggestTarget(raw)).toBe("kind");
});

it("suggestTarget(raw) is what there is where nothing is full", async () => {
  expect(
    suggestTarget(await readTable(rows((at) => ({ name: `p${at}`, size: at % 3 ? at * 1.5 : null })))),
  ).toBe("size");
  expect(suggestTarget(await readTable(rows((at) => ({ name: `p${at}`, other: `q${at}` }))))).toBe("other");
});
