import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { webConfig } from "../vite/webConfig.ts";

let built: Promise<string> | undefined;

/** Builds the app once for all tests of a file, from the sources; gives the folder, which is removed when the process ends. */
export function buildApp(): Promise<string> {
  built ??= buildInto();
  return built;
}

async function buildInto(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), "minibatch-web-"));
  process.once("exit", () => void rm(outDir, { recursive: true, force: true }));
  const { root = ".", ...config } = webConfig;
  // Vitest runs as "test", for which Vite would build as for development: without working offline.
  const environment = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    await build({
      ...config,
      root,
      configFile: false,
      logLevel: "error",
      build: { ...config.build, outDir, emptyOutDir: true },
    });
  } finally {
    process.env["NODE_ENV"] = environment;
  }
  return outDir;
}
