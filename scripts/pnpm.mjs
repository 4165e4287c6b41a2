// Runs pnpm in the version that package.json names, on a machine that has only Node and npm.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs a pnpm command in the repository and ends this process with its exit code when it fails.
 *
 * @param {readonly string[]} args the command, e.g. `["install", "--frozen-lockfile"]`; words without spaces
 * @param {{ quiet?: boolean, silent?: boolean, cwd?: string }} [options] quiet: its output goes to stderr, so that stdout
 *   stays the caller's; silent: its output is shown when it fails only; cwd: another checkout
 */
export function pnpm(args, { quiet = false, silent = false, cwd = root } = {}) {
  const { status, error, stdout, stderr } = spawnSync("pnpm", args, {
    cwd,
    env: {
      ...process.env,
      PATH: pathWithPnpm(),
      TURBO_TELEMETRY_DISABLED: "1",
      npm_config_update_notifier: "false",
    },
    stdio: silent ? ["ignore", "pipe", "pipe"] : ["ignore", quiet ? 2 : "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (error) console.error(`pnpm could not be started (${error.message}).`);
  if (status === 0) return;
  if (silent) process.stderr.write(Buffer.concat([stdout, stderr]));
  process.exit(status ?? 1);
}

/** The PATH on which pnpm is found, by what it runs in turn, too: asked for once, since npx takes seconds. */
let path;

function pathWithPnpm() {
  if (path !== undefined) return path;
  const { packageManager } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const { status, error, stdout } = spawnSync(
    "npx",
    ["--yes", "-p", packageManager, "node", "-p", "process.env.PATH"],
    {
      cwd: root,
      env: { ...process.env, npm_config_update_notifier: "false" },
      stdio: ["ignore", "pipe", "inherit"],
      encoding: "utf8",
      shell: process.platform === "win32",
    },
  );
  if (error) console.error(`npx could not be started (${error.message}). Install Node 20 or newer with npm.`);
  if (status !== 0) process.exit(status ?? 1);
  path = stdout.trim();
  return path;
}

/** Written when everything was installed and built; its age tells whether that still holds. */
const builtMark = join(root, "node_modules", ".minibatch-built");

/** Whether the caller has installed, built and packed everything a moment ago: `.ci/run`, after `npm test`, whose commands share one checkout. */
export const isSetUp = process.env.MINIBATCH_SET_UP === "done" && existsSync(builtMark);

/** Installs the dependencies and builds every package and the command; both do nothing when nothing changed. */
export function setUp({ quiet = false } = {}) {
  requireNode20();
  if (isSetUp) return;
  pnpm(["install", "--frozen-lockfile", "--reporter=append-only", "--loglevel=error"], { quiet });
  // Who serves or tests the web app builds it from its sources, to a place of its own.
  const packages = ["--filter=!@minibatch/web", "--output-logs=errors-only", "--log-prefix=none"];
  pnpm(["turbo", "run", "build", ...packages], { quiet });
  writeFileSync(builtMark, "");
}

/** Whether something changed that the compiler alone cannot bring up to date: dependencies, or the kernels' assembly. */
export function needsSetUp() {
  const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const assembly = join(root, "packages", "wasm-kernels", "assembly");
  const sources = readdirSync(assembly).map((name) => join(assembly, name));
  return [join(root, "pnpm-lock.yaml"), ...sources].some((path) => changed(path) > changed(builtMark));
}

function requireNode20() {
  const major = Number.parseInt(process.versions.node, 10);
  if (major >= 20) return;
  console.error(`minibatch needs Node 20 or newer, and this is Node ${process.versions.node}.`);
  process.exit(1);
}
