import { availableParallelism } from "node:os";
import { join } from "node:path";
import { requireChromium } from "@minibatch/testing";
import { expect, type TestContext } from "vitest";
import { installProject } from "./installProject.ts";
import { openPage } from "./openPage.ts";
import { resultsOf } from "./resultsOf.ts";
import { run } from "./run.ts";
import { serve, servings } from "./serve.ts";
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
  /** A script of package.json that builds with an option that many set, beside `build`, which sets none; and the option. */
  readonly also?: { readonly script: string; readonly option: NonNullable<Where["part"]> };
}

/** Builds a project as it is, and trains in Chromium in each of the ways in which pages are served. */
export async function expectBuildsAndTrains(bundled: Bundled, context: TestContext): Promise<void> {
  requireChromium(context);
  const { name, title, also } = bundled;
  const project = await installProject(name);
  const where = { name: `${title} ${await versionOf(project, name)}` };
  await build(project, bundled, "build");
  await expectTrains(project, bundled, context, where);
  if (!also) return;
  await build(project, bundled, also.script);
  await expectTrains(project, bundled, context, { ...where, part: also.option });
}

async function build(project: string, { known }: Bundled, script: string): Promise<void> {
  const printed = await run(project, "sh", "-c", `npm run ${script} 2>&1`);
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
): Promise<void> {
  for (const { how, headers, threads } of servings) {
    const page = await openPage(context, await serve(join(project, folder), headers));
    const results = await resultsOf(page);
    const parts = Array.isArray(results) ? (["page", "worker"] as const) : [where.part];
    for (const [at, part] of parts.entries()) {
      const trained = [results].flat()[at];
      expectTrained({ ...where, part, served: how }, trained, threads ? availableParallelism() : 1);
    }
  }
}
