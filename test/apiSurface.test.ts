import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { apiSurface } from "../scripts/apiSurface.mjs";
import { root } from "../scripts/pnpm.mjs";
import { publicPackages } from "../scripts/publicPackages.mjs";

const packages = publicPackages();

it.for(packages)("the file in api/ has the public types of $name", (pkg) => {
  const written = readFileSync(join(root, "api", `${pkg.short}.md`), "utf8");
  expect(written, "after a build, npm run api:update writes it anew; review what changes").toBe(
    apiSurface(pkg),
  );
});

it("api/ has a file for every package, and no other", () => {
  expect(readdirSync(join(root, "api")).sort()).toEqual(packages.map(({ short }) => `${short}.md`).sort());
});
