import { existsSync } from "node:fs";
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { run } from "./run.ts";

const integrations = fileURLToPath(new URL("..", import.meta.url));

/**
 * Copies a project out of the workspace, where nothing of it can be found by accident, with `mlp/`, which all train.
 *
 * @param name its folder in `integrations`
 * @returns the folder of the copy, which is removed when the running test has finished
 */
export async function copyProject(name: string): Promise<string> {
  const tarballs = join(integrations, "tarballs");
  if (!existsSync(tarballs))
    throw new Error("expected integrations/tarballs: run node scripts/pack.mjs first");
  const home = await mkdtemp(join(tmpdir(), "minibatch-integration-"));
  onTestFinished(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  const project = join(home, name);
  await symlink(tarballs, join(home, "tarballs"), "junction");
  const fresh = (path: string) => !/[/\\](?:node_modules|dist|package-lock\.json)$/.test(path);
  await cp(join(integrations, name), project, { recursive: true, filter: fresh });
  await cp(join(integrations, "mlp"), join(project, "mlp"), { recursive: true });
  return project;
}

/** Copies a project, and installs it from the tarballs and the registry. */
export async function installProject(name: string): Promise<string> {
  const project = await copyProject(name);
  await run(project, "npm", "install", "--no-audit", "--no-fund", "--prefer-offline");
  return project;
}
