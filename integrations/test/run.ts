import { spawn } from "node:child_process";

/** Where a program runs, and what is added to its environment. */
export interface Place {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Runs a program in a folder, with the folder as the home of caches and settings.
 *
 * @returns what it wrote to standard output
 * @throws {Error} with everything that it wrote when it fails
 */
export function run(place: string | Place, program: string, ...args: string[]): Promise<string> {
  const { folder, environment: added }: Place = typeof place === "string" ? { folder: place } : place;
  // What npx leaves of its own options, and pnpm of its settings, if it was one of them that started this: npm warns of what it does not know.
  const {
    npm_config_call: _,
    npm_config_package: __,
    npm_config_verify_deps_before_run: ___,
    ...environment
  } = process.env;
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...environment, XDG_CACHE_HOME: folder, MINIBATCH_BACKENDS: folder, NO_COLOR: "1", ...added },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  let stdout = "";
  let all = "";
  child.stdout.on("data", (data) => {
    stdout += data;
    all += data;
  });
  child.stderr.on("data", (data) => {
    all += data;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(stdout);
      else reject(new Error(`${[program, ...args].join(" ")} ended with ${code}:\n${all}`));
    });
  });
}
