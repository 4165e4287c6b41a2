import { type SetupStep, setupBackend } from "@minibatch/backends/setup";
import type { Output } from "../Output.ts";
import type { Session } from "../Session.ts";
import { CliError } from "../CliError.ts";

/** Brings what a backend needs, with an account of every step on standard error. */
export async function setUp(name: "node" | "webgpu", session: Session): Promise<Output> {
  const { io, source, status, statusColour: colour } = session;
  const marks = { done: colour.green("done"), failed: colour.red("failed") };
  const onStep = ({ title, state, detail }: SetupStep) => {
    if (state === "started") status.update(() => `${title} …`);
    else status.print(`${marks[state]}  ${title}${detail === "" ? "" : colour.dim(`: ${detail}`)}`);
  };
  try {
    const result = await setupBackend(name, { offline: source.offline, signal: io.signal, onStep });
    const line = session.commandLine("train", "digits-cnn", "--backend", name);
    const what = name === "node" ? `TensorFlow ${result.version}` : `Dawn (webgpu ${result.version})`;
    const how = {
      present: "was here already",
      installed: "is installed",
      built: "is here, borrowed from Python",
    };
    return { json: result, text: () => `${what} ${how[result.outcome]}. To train on it:\n  ${line}\n` };
  } catch (error) {
    if (!io.signal.aborted) throw error;
    throw new CliError("INTERRUPTED", "Interrupted: what was done is undone.", { cause: error });
  } finally {
    status.clear();
  }
}
