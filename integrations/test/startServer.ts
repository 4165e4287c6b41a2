import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * Starts a server that a project has installed, until the running test has finished.
 *
 * @param script what Node runs, in node_modules
 * @returns the address that it prints, once it is ready
 */
export async function startServer(
  project: string,
  script: string,
  ...args: readonly string[]
): Promise<string> {
  const server = spawn(process.execPath, [join(project, "node_modules", script), ...args], {
    cwd: project,
    env: { ...process.env, NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(async () => {
    server.kill();
    await once(server, "exit");
  });
  return new Promise<string>((resolve, reject) => {
    let printed = "";
    server.stdout.on("data", (data) => {
      printed += data;
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      // Next says so some time after its address.
      if (found !== undefined && /ready|➜/i.test(printed)) resolve(found);
    });
    server.on("exit", (code) => reject(new Error(`${script} ended with ${code}: ${printed}`)));
  });
}
