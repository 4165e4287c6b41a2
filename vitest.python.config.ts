import { defineConfig } from "vitest/config";
import { project, reporters } from "./vitest.config.ts";

/** Tests that ask Python: `python/` of each package and app. */
export default defineConfig({
  test: {
    projects: [
      project("python", { include: ["packages/*/python/**/*.test.ts", "apps/*/python/**/*.test.ts"] }),
    ],
    reporters,
  },
});
