import { defineConfig } from "vitest/config";

// Tests read the sources, not `dist`: the custom condition is the one of tsconfig.base.json.
const conditions = ["@minibatch/source"];

// Vitest would leave a core alone: half of a machine that has two.
const maxWorkers = "100%";

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      "packages/*/test/**/*.test.ts",
      "apps/*/test/**/*.test.ts",
      "test/**/*.test.ts",
      "bench/test/**/*.test.mjs",
    ],
    globalSetup: ["apps/web/test/buildFolder.ts"],
    reporters: ["default", "./testing/src/skippedReporter.ts"],
    maxWorkers,
    restoreMocks: true,
    testTimeout: 60_000,
    // Of what is polled; a machine that does other work takes its time.
    expect: { poll: { timeout: 180_000 } },
  },
});
