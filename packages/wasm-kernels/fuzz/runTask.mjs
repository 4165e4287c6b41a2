import { fork } from "node:child_process";

/**
 * Has a process try cases. Where it dies in one, that one failed.
 *
 * @param {string} script the bundle of fuzzProcess.ts
 * @param {import("./FuzzTask.ts").FuzzTask} task
 * @param {(message: import("./FuzzTask.ts").FuzzMessage) => void} onMessage
 */
export async function runTask(script, task, onMessage) {
  const child = fork(script, { stdio: ["ignore", "pipe", "pipe", "ipc"] });
  // tfjs warns of what some cases do on purpose: it is of interest only where the process dies.
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  let open;
  child.on("message", (message) => {
    open = message.outcome === undefined ? message.seed : undefined;
    onMessage(message);
  });
  child.send(task);
  const [status, signal] = await new Promise((resolve) => {
    child.on("close", (...ending) => resolve(ending));
  });
  if (status === 0) return;
  const seed = open ?? task.seeds[0];
  const faults = [
    `the process died (${signal ?? status}): ${output.trim().split("\n").slice(-8).join(" | ")}`,
  ];
  onMessage({ seed, outcome: "failed", faults });
}
