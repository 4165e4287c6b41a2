import { expect, it } from "vitest";
import type { TableColumn } from "../src/TableColumn.ts";
import { columnFeatures, encoderOf, recognizedKind } from "../src/encode/columnEncoders.ts";
import { fitTable } from "../src/encode/fitTable.ts";
import { readTable } from "../src/index.ts";

it("encoderOf(kind) has none for kinds that are no inputs", () => {
  expect(encoderOf("number")).toBeDefined();
  for (const kind of ["text", "id", "constant"] as const) expect(encoderOf(kind)).toBeUndefined();
});

it("recognizedKind(values) tells dates, and nothing else", () => {
  expect(recognizedKind(["2024-01-01", "2024-02-29", "2023-12-31"])).toBe("date");
  expect(recognizedKind(["Bern", "Genf", "Chur"])).toBeUndefined();
});

it("columnFeatures(encoding) are those of its kind", () => {
  const statistics = { median: 0, mean: 0, deviation: 1 };
  expect(columnFeatures({ kind: "number", name: "area", ...statistics, flag: true })).toEqual([
    "area",
    "area missing",
  ]);
});

it("fitTable(raw, inputs, trainRows) sorts values as a person counts them, and fits on the training rows alone", async () => {
  const raw = await readTable([{ step: "10" }, { step: "9" }, { step: "9" }, { step: null }]);
  const [boolean] = fitTable(raw, [{ name: "step", kind: "boolean" } as TableColumn], [0]);
  expect(boolean).toMatchObject({ values: ["9", "10"], mostFrequent: "10", flag: false });
});

it.each([
  [{ kind: "boolean", distinct: 3 }, "a boolean: it has 3 different values."],
  [{ kind: "date" }, "dates: its cells are none"],
  [{ kind: "text" }, "a text."],
])("fitTable(raw, inputs, trainRows) refuses a column that is no %j", async (column, message) => {
  const raw = await readTable([{ size: "1" }, { size: "2" }, { size: "3" }]);
  expect(() => fitTable(raw, [{ name: "size", ...column } as TableColumn], [0, 1, 2])).toThrow(
    expect.objectContaining({
      code: "INVALID_ARGUMENT",
      message: expect.stringContaining(`The column "size" cannot be taken for ${message}`),
    }),
  );
});
