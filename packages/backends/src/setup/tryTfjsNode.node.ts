import { runCommand } from "./runCommand.node.ts";

/**
 * Starts an installed tfjs-node in a process of its own and lets it add.
 *
 * @param root the folder of the package
 * @returns the version of TensorFlow
 * @throws {BackendError} `SETUP_FAILED`
 */
export async function tryTfjsNode(root: string, signal?: AbortSignal): Promise<string> {
  const script = `
    require("util").isNullOrUndefined ??= (value) => value == null;
    const tf = require(${JSON.stringify(root)});
    if (tf.add(1, 2).dataSync()[0] !== 3) throw new Error("it cannot add");
    console.log("TensorFlow " + tf.backend().binding.TF_Version);`;
  const output = await runCommand(process.execPath, ["-e", script], { signal });
  return /TensorFlow (\S+)/.exec(output)?.[1] ?? "unknown";
}
