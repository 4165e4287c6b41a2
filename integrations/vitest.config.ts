import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["test/*.test.ts"],
    reporters: ["default", "../testing/src/skippedReporter.ts"],
    // Each test begins with an install from the registry.
    testTimeout: 300_000,
  },
});
