import { defineConfig } from "vitest/config";

/** Those that install or build for long run where all are asked for. */
const all = process.env["MINIBATCH_INTEGRATIONS"] === "all";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: [all ? "test/**/*.test.ts" : "test/*.test.ts"],
    globalSetup: ["../testing/src/runBrowser.ts"],
    reporters: ["default", "../testing/src/stuckReporter.ts", "../testing/src/closingReporter.ts"],
    // Two cores are two projects at a time: installing and bundling wait more than they compute.
    maxWorkers: "100%",
    // Each test begins with an install from the registry.
    testTimeout: 600_000,
    // They remove what was installed.
    hookTimeout: 120_000,
  },
});
