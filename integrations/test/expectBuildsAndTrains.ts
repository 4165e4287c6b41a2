import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { requireChromium } from "@minibatch/testing";
import { expect, type TestContext } from "vitest";
import { installProject } from "./installProject.ts";
import { openPage } from "./openPage.ts";
import { resultsOf } from "./resultsOf.ts";
import { run } from "./run.ts";
import { serve, type Serving, servings } from "./serve.ts";
import { expectTrained, type Where } from "./trained.ts";
import { versionOf } from "./versionOf.ts";

/** A project that a bundler builds. */
export interface Bundled {
  /** The project, and the package of the bundler. */
  readonly name: string;
  /** As the bundler writes itself. */
  readonly title: string;
  /** The folder with its index.html, once built. */
  readonly folder: string;
  /** Warnings that are not about our packages: sizes, and what tfjs' own sources are. */
  readonly known: RegExp;
  /** What package.json has to say besides before a page is built for a policy, where the bundler needs that. */
  readonly underPolicies?: { readonly browserslist: readonly string[] };
}

/** Builds a project as it is, and trains in Chromium in each of the ways in which pages are served. */
export async function expectBuildsAndTrains(bundled: Bundled, context: TestContext): Promise<void> {
  requireChromium(context);
  const { name, title, underPolicies } = bundled;
  const project = await installProject(name);
  const where = { name: `${title} ${await versionOf(project, name)}` };
  const hasPolicy = ({ headers }: Serving) => "Content-Security-Policy" in headers;
  await build(project, bundled);
  await expectTrains(
    project,
    bundled,
    context,
    where,
    underPolicies ? servings.filter((one) => !hasPolicy(one)) : servings,
  );
  if (!underPolicies) return;
  const path = join(project, "package.json");
  const manifest = JSON.parse(await readFile(path, "utf8")) as object;
  await writeFile(path, JSON.stringify({ ...manifest, ...underPolicies }));
  await build(project, bundled);
  await expectTrains(
    project,
    bundled,
    context,
    { ...where, part: "browserslist" },
    servings.filter(hasPolicy),
  );
}

async function build(project: string, { known }: Bundled): Promise<void> {
  const printed = await run(project, "sh", "-c", "npm run build 2>&1");
  const warnings = printed
    .split("\n")
    .filter((line) => /\bwarn|\(!\)|not resolve|unresolved|not found/i.test(line));
  expect(warnings.filter((line) => !known.test(line))).toEqual([]);
}

async function expectTrains(
  project: string,
  { folder }: Bundled,
  context: TestContext,
  where: Where,
  ways: readonly Serving[],
): Promise<void> {
  for (const { how, headers, threads } of ways) {
    const page = await openPage(context, await serve(join(project, folder), headers));
    const results = await resultsOf(page);
    const parts = Array.isArray(results) ? (["page", "worker"] as const) : [where.part];
    for (const [at, part] of parts.entries()) {
      const trained = [results].flat()[at];
      expectTrained({ ...where, part, served: how }, trained, threads ? availableParallelism() : 1);
    }
  }
}
