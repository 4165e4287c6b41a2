import { BackendError } from "../BackendError.ts";
import { runCommand } from "./runCommand.node.ts";

/** An installed Python TensorFlow: its headers and libraries serve the addon too. */
export interface PythonTensorFlow {
  readonly python: string;
  readonly version: string;
  /** With `include/` and the shared libraries. */
  readonly folder: string;
}

// It asks where TensorFlow lies without importing it, which would take many seconds.
const script = `
import importlib.metadata as metadata, importlib.util as util, json, os
spec = util.find_spec("tensorflow")
names = ("tensorflow", "tensorflow-cpu", "tensorflow-cpu-aws", "tensorflow-macos")
found = {(d.metadata["Name"] or "").replace("_", "-"): d.version for d in metadata.distributions()}
version = next((found[name] for name in names if name in found), "")
print(json.dumps({"folder": os.path.dirname(spec.origin) if spec and spec.origin else "", "version": version}))
`;

/**
 * Finds TensorFlow for Python: by the program that `PYTHON` names, `python3`, or `python`.
 *
 * @throws {BackendError} `SETUP_FAILED` with how to install it
 */
export async function findPythonTensorFlow(signal?: AbortSignal): Promise<PythonTensorFlow> {
  const named = process.env["PYTHON"];
  for (const python of named ? [named] : ["python3", "python"]) {
    try {
      const answer = JSON.parse(await runCommand(python, ["-c", script], { signal })) as PythonTensorFlow;
      if (answer.folder !== "") return { ...answer, python };
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof BackendError)) throw error;
    }
  }
  throw new BackendError(
    "SETUP_FAILED",
    `${named ?? "python3"} has no TensorFlow to build on: run python3 -m pip install tensorflow-cpu, and then this again`,
  );
}
