import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

// Tests read the sources, not `dist`: the custom condition is the one of tsconfig.base.json.
const conditions = ["@minibatch/source"];
const resolve = { resolve: { conditions }, ssr: { resolve: { conditions } } };

/**
 * Packages whose tests change nothing that outlives them: one process runs file after file, and TensorFlow.js is loaded once. The files
 * of the others choose backends, environments and caches, each in a process of its own.
 */
const sharing = ["models", "sweeps", "tables", "training"];

/** They name a file that is stuck, and end with what was skipped and why, and with the counts. */
export const reporters = ["default", "./testing/src/stuckReporter.ts", "./testing/src/closingReporter.ts"];

const include = [
  "packages/*/test/**/*.test.ts",
  "apps/*/test/**/*.test.ts",
  "test/**/*.test.ts",
  "bench/test/**/*.test.mjs",
];
const inPackage = (name: string): string => `packages/${name}/test/**/*.test.ts`;

const webTests = fileURLToPath(new URL("apps/web/test/", import.meta.url));
/** Those of the web app's pages share processes too: what they change is in a browser, unless they put something in place of its modules. */
const pageTests = readdirSync(webTests)
  .filter((name) => name.endsWith(".test.ts"))
  .filter((name) => {
    const text = readFileSync(webTests + name, "utf8");
    return text.includes("openApp(") && !/\bvi\.|definedMessages\(/.test(text);
  })
  .map((name) => `apps/web/test/${name}`);

/** Runs one project after another, so that its files meet the processes that the ones before have left. */
class ByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    return projects.flatMap((name) => sorted.filter(({ project }) => project.name === name));
  }
}

/** Tests of some folders, under the settings of all. */
export function project(
  name: string,
  test: NonNullable<TestProjectInlineConfiguration["test"]>,
): TestProjectInlineConfiguration {
  return {
    ...resolve,
    test: {
      name,
      restoreMocks: true,
      // They end what is stuck; a machine that does other work takes many times the seconds that tests need.
      testTimeout: 180_000,
      hookTimeout: 180_000,
      expect: { poll: { timeout: 180_000 } },
      ...test,
    },
  };
}

export default defineConfig({
  ...resolve,
  test: {
    // The projects have it; knip reads here which files are tests.
    include,
    projects: [
      project("repository", { include, exclude: [...sharing.map(inPackage), ...pageTests] }),
      project("pages", { include: pageTests, isolate: false }),
      ...sharing.map((name) => project(name, { include: [inPackage(name)], isolate: false })),
    ],
    globalSetup: ["testing/src/runFolder.ts", "testing/src/runBrowser.ts"],
    reporters,
    // Vitest would leave a core alone: half of a machine that has two.
    maxWorkers: "100%",
    sequence: { sequencer: ByProject },
  },
});
