import { defineConfig } from "vitest/config";
import { project, reporters } from "./vitest.config.ts";

/**
 * Proofs that take long, and that few changes touch: `test/proofs/`, here and in each package and app. `npm run test:proofs` runs them, and `.ci/run`
 * does.
 */
export default defineConfig({
  test: {
    projects: [project("proofs", { include: ["{,packages/*/,apps/*/}test/proofs/*.test.ts"] })],
    globalSetup: ["testing/src/runFolder.ts"],
    reporters,
    maxWorkers: "100%",
  },
});
