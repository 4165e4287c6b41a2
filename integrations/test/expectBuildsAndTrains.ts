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

/** A project that a bundler builds. */
export interface Bundled {
  readonly name: string;
  /** The folder with its index.html, once built. */
  readonly folder: string;
  /** Warnings that are not about our packages: sizes, and what tfjs' own sources are. */
  readonly known: RegExp;
  /** False where what it builds does not start under a strict Content-Security-Policy. */
  readonly policies?: false;
}

/** Builds a project as it is, and trains in Chromium in each of the ways in which pages are served. */
export async function expectBuildsAndTrains(
  { name, folder, known, policies }: Bundled,
  context: TestContext,
): Promise<void> {
  requireChromium(context);
  const project = await installProject(name);
  const printed = await run(project, "sh", "-c", "npm run build 2>&1");
  const warnings = printed
    .split("\n")
    .filter((line) => /\bwarn|\(!\)|not resolve|unresolved|not found/i.test(line));
  expect(warnings.filter((line) => !known.test(line))).toEqual([]);
  for (const { how, headers, threads } of servings) {
    if (policies === false && "Content-Security-Policy" in headers) continue;
    const page = await openPage(context, await serve(join(project, folder), headers));
    for (const result of [await resultsOf(page)].flat()) {
      expectTrained(`${name}, ${how}`, result, threads ? availableParallelism() : 1);
    }
  }
}
