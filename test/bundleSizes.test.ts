import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { bundleSizes } from "../scripts/bundleSizes.mjs";
import { root } from "../scripts/pnpm.mjs";

const budgets = JSON.parse(readFileSync(join(root, "test", "sizeBudgets.json"), "utf8")) as Record<
  string,
  number
>;

it("every entry point of the libraries, bundled, minified and zipped, is within test/sizeBudgets.json", async () => {
  const sizes = await bundleSizes();
  expect(Object.keys(sizes).sort()).toEqual(Object.keys(budgets).sort());
  const over = Object.entries(sizes).filter(([entry, bytes]) => bytes > (budgets[entry] ?? 0));
  expect(over, "make it smaller, or raise its budget by npm run sizes:update").toEqual([]);
  // A budget far above what it bounds is none; they are whole hundreds.
  const slack = Object.entries(sizes).filter(([entry, bytes]) => bytes + 100 < 0.7 * (budgets[entry] ?? 0));
  expect(slack, "npm run sizes:update lowers the budgets").toEqual([]);
});
