import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

// Tests read the sources, not `dist`: the custom condition is the one of tsconfig.base.json.
const conditions = ["@minibatch/source"];
const root = fileURLToPath(new URL(".", import.meta.url));
const resolve = { resolve: { conditions }, ssr: { resolve: { conditions } } };

/** They name a file that is stuck, and end with what was skipped and why, and with the counts. */
export const reporters = ["default", "./testing/src/stuckReporter.ts", "./testing/src/closingReporter.ts"];

const include = [
  "packages/*/test/**/*.test.ts",
  "apps/*/test/**/*.test.ts",
  "test/**/*.test.ts",
  "bench/test/**/*.test.mjs",
];

/**
 * Test files by the project that runs them. Those of a project share processes: one runs file after file, and TensorFlow.js is loaded
 * once. The web app's pages are apart from its other tests: what they change is in a browser. A file that cannot share, as it puts
 * something in place of a module, or starts a backend in a way of its own, says so in a comment: "In a process of its own: …". What
 * takes long and seldom fails is in `proofs` (vitest.proofs.config.ts).
 */
const projects = new Map<string, string[]>();
for (const folder of ["packages", "apps"].flatMap((parent) =>
  readdirSync(join(root, parent)).map((name) => join(parent, name)),
)) {
  const tests = join(folder, "test");
  if (!existsSync(join(root, tests))) continue;
  for (const file of readdirSync(join(root, tests), { recursive: true, encoding: "utf8" }).sort()) {
    if (!file.endsWith(".test.ts") || file.startsWith("proofs")) continue;
    const name = projectOf(basename(folder), readFileSync(join(root, tests, file), "utf8"));
    projects.set(name, [...(projects.get(name) ?? []), `${tests}/${file}`]);
  }
}

function projectOf(folder: string, text: string): string {
  if (text.includes("// In a process of its own: ")) return "alone";
  if (folder === "web" && text.includes("openApp(")) return "pages";
  // In these, backends start one after the other; the others compute with cpu, if at all.
  if (folder === "wasm-kernels" || folder === "backends") return folder;
  return folder === "cli" || folder === "recipes" ? "recipes" : "shared";
}

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
      setupFiles: ["testing/src/compareTypedArrays.ts"],
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
      project("repository", { include: ["test/*.test.ts", "bench/test/**/*.test.mjs"] }),
      ...[...projects].map(([name, files]) => project(name, { include: files, isolate: name === "alone" })),
    ],
    globalSetup: ["testing/src/runFolder.ts", "testing/src/runBrowser.ts"],
    reporters,
    // Each project would compile the sources anew; what is kept is known by its contents.
    experimental: { fsModuleCache: true },
    // Vitest would leave a core alone: half of a machine that has two.
    maxWorkers: "100%",
    sequence: { sequencer: ByProject },
  },
});
