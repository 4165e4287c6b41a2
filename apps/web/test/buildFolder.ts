import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for what the tests of the web app build, empty at first. */
    readonly webBuildFolder: string;
  }
}

/** Gives the test files one folder, so that the first one that needs the built app builds it for all of them. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "minibatch-web-"));
  provide("webBuildFolder", folder);
  return () => rm(folder, { recursive: true, force: true });
}
