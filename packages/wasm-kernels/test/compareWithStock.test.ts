import { expect, it } from "vitest";
import { compareWithStock } from "../opTests/compareWithStock.mjs";

const stock = { passed: ["add", "mul"], failed: { complex: "no kernel", string: "no kernel" } };
const known = [{ reason: "not in WASM", tests: ["complex", "string"] }];
const ours = { name: "1 thread", passed: ["add", "mul"], failed: stock.failed };

it("compareWithStock(stock, ours, known) finds nothing where all passes but what is listed", () => {
  expect(compareWithStock(stock, [ours, { ...ours, name: "2 threads" }], known)).toEqual([]);
});

it.each([
  ["a test that tfjs' own kernels pass", { ...ours, passed: ["add"], failed: { ...stock.failed, mul: "7" } }],
  ["a test that was not run", { ...ours, passed: ["add"] }],
  ["a test in the list that passes", { ...ours, passed: ["add", "mul", "complex"], failed: { string: "" } }],
])("compareWithStock(stock, ours, known) names %s once, with the variants", (_title, variant) => {
  const faults = compareWithStock(stock, [ours, variant, { ...variant, name: "2 threads" }], known);
  expect(faults).toEqual([expect.stringMatching(/(mul|complex).*\(1 thread; 2 threads\)$/)]);
});

it("compareWithStock(stock, ours, known) wants every failure in the list, with a reason, and no other test", () => {
  expect(compareWithStock(stock, [ours], [{ reason: "not in WASM", tests: ["complex"] }])).toEqual([
    "fails and is not in the list: string: no kernel (1 thread)",
  ]);
  expect(compareWithStock(stock, [ours], [...known, { reason: "", tests: ["none"] }])).toEqual([
    "is in the list and is no test: none (the list)",
    "has no reason in the list: none (the list)",
  ]);
});
