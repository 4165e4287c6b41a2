import { fileURLToPath } from "node:url";
import { defaultClientConditions, type UserConfig } from "vite";
import { datasetFolder } from "./datasetFolder.ts";
import { earlierBuilds } from "./earlierBuilds.ts";
import { lessonTexts } from "./lessonTexts.ts";
import { offlineFiles } from "./offlineFiles.ts";
import { securityHeaders } from "./securityHeaders.ts";

const tfjs = ["core", "layers", "backend-cpu", "backend-wasm", "backend-webgl", "backend-webgpu"];

/** How Vite serves and builds the app. */
export const webConfig: UserConfig = {
  root: fileURLToPath(new URL("..", import.meta.url)),
  // Files name each other relatively, so that the build works from any path.
  base: "./",
  resolve: {
    // The packages' sources, as in tests: no build of them has to be up to date.
    conditions: ["@minibatch/source", ...defaultClientConditions],
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [lessonTexts(), securityHeaders(), datasetFolder(), offlineFiles(), earlierBuilds()],
  worker: { format: "es" },
  build: {
    target: "es2023",
    // Lightning CSS would replace light-dark() by twice the rules.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // Nothing in data: addresses, which the Content-Security-Policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  server: { port: 5173 },
  preview: { port: 4173 },
  // Vite does not look for imports in workers by itself, and would reload the page when it meets one.
  optimizeDeps: { include: [...tfjs.map((name) => `@tensorflow/tfjs-${name}`), "fflate"] },
};
