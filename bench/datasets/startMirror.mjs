import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Serves a mirror folder over HTTP from a process of its own. */
export async function startMirror(folder) {
  const script = fileURLToPath(new URL("serveMirror.mjs", import.meta.url));
  const server = spawn(process.execPath, [script, folder], { stdio: ["pipe", "pipe", "inherit"] });
  const [line] = await once(server.stdout.setEncoding("utf8"), "data");
  return { url: line.trim(), stop: () => server.stdin.end() };
}
