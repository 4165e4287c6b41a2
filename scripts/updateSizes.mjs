// `npm run sizes:update`: sets the budgets of test/sizeBudgets.json to what the bundles weigh now, and a tenth for growth.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleSizes } from "./bundleSizes.mjs";
import { root, setUp } from "./pnpm.mjs";

setUp({ quiet: true });
const sizes = await bundleSizes();
const budgets = Object.fromEntries(
  Object.entries(sizes).map(([entry, bytes]) => [entry, Math.ceil((bytes * 1.1) / 100) * 100]),
);
writeFileSync(join(root, "test", "sizeBudgets.json"), `${JSON.stringify(budgets, null, 2)}\n`);
for (const [entry, bytes] of Object.entries(sizes)) console.log(`${bytes} of ${budgets[entry]}  ${entry}`);
