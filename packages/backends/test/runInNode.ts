import { spawn } from "node:child_process";
import { bundle } from "./bundle.ts";

/**
 * Runs a module in a process of its own: the loader of Vulkan reads the environment when a process starts.
 *
 * @param code as `bundle` takes it
 * @returns the last line that it prints, which is JSON
 */
export async function runInNode<Outcome>(
  code: string,
  environment: Record<string, string>,
): Promise<Outcome> {
  const script = await bundle(code, "node");
  const child = spawn(process.execPath, [script], { env: { ...process.env, ...environment } });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const status = await new Promise((resolve) => void child.once("close", resolve));
  if (status !== 0) throw new Error(`the run ended with ${String(status)}: ${errors}`);
  return JSON.parse(output.trim().split("\n").at(-1) ?? "") as Outcome;
}
