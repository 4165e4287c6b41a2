import { availableParallelism } from "node:os";
import { join } from "node:path";
import { requireChromium } from "@minibatch/testing";
import { expect, type TestContext } from "vitest";
import { installProject } from "./installProject.ts";
import { openPage } from "./openPage.ts";
import { resultsOf } from "./resultsOf.ts";
import { run } from "./run.ts";
import { serve, servings } from "./serve.ts";
import { expectTrained } from "./trained.ts";
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
}

/** Builds a project as it is, and trains in Chromium in each of the ways in which pages are served. */
export async function expectBuildsAndTrains(
  { name, title, folder, known }: Bundled,
  context: TestContext,
): Promise<void> {
  requireChromium(context);
  const project = await installProject(name);
  const printed = await run(project, "sh", "-c", "npm run build 2>&1");
  const warnings = printed
    .split("\n")
    .filter((line) => /\bwarn|\(!\)|not resolve|unresolved|not found/i.test(line));
  expect(warnings.filter((line) => !known.test(line))).toEqual([]);
  const version = await versionOf(project, name);
  for (const { how, headers, threads } of servings) {
    const page = await openPage(context, await serve(join(project, folder), headers));
    const results = await resultsOf(page);
    const parts = Array.isArray(results) ? (["page", "worker"] as const) : [undefined];
    for (const [at, part] of parts.entries()) {
      const where = { name: `${title} ${version}`, part, served: how };
      expectTrained(where, [results].flat()[at], threads ? availableParallelism() : 1);
    }
  }
}
