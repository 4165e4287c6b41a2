import { availableParallelism } from "node:os";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import type { BackendDriver, BackendStatus } from "./BackendDriver.ts";
import { BackendError } from "./BackendError.ts";
import { fuseTensorFlowOptimizers } from "./fuseTensorFlowOptimizers.node.ts";
import { findTfjsNode, type TfjsNode } from "./findTfjsNode.node.ts";
import { quietly } from "./quietly.ts";
import { restoreRemovedUtil } from "./restoreRemovedUtil.node.ts";
import type { TensorFlowBackend } from "./TensorFlowBackend.node.ts";
import { useBackend } from "./useBackend.ts";

const fix = "minibatch backends --setup node";

/** Native TensorFlow through tfjs-node or tfjs-node-gpu: the fastest on a CPU, and CUDA. */
export const node: BackendDriver = {
  name: "node",

  async probe({ folder }): Promise<BackendStatus> {
    const found = findTfjsNode(folder);
    const fault = faultOf(found);
    if (fault !== "") return { name: "node", available: false, reason: fault, fix, device: "" };
    return {
      name: "node",
      available: true,
      reason: `${found?.library} is installed`,
      fix: "",
      device: `native TensorFlow, ${cores()}`,
    };
  },

  async start({ folder }) {
    const found = findTfjsNode(folder);
    if (found === undefined || found.fault !== "") {
      throw new BackendError(
        "NOT_INSTALLED",
        `expected native TensorFlow, but ${faultOf(found)}: run ${fix}`,
      );
    }
    await load(found);
    await useBackend("tensorflow", `run ${fix}`);
    const backend = tf.backend() as unknown as TensorFlowBackend;
    fuseTensorFlowOptimizers(backend);
    const { binding, isUsingGpuDevice } = backend;
    const unit = isUsingGpuDevice ? "CUDA GPU" : cores();
    return { name: "node", device: `native TensorFlow, ${unit}`, version: binding.TF_Version };
  },
};

async function load({ root }: TfjsNode): Promise<void> {
  // TensorFlow's own notes on instruction sets are no news of ours; who wants them sets the variable.
  process.env["TF_CPP_MIN_LOG_LEVEL"] ??= "2";
  restoreRemovedUtil();
  try {
    await quietly(async () => createRequire(join(root, "package.json"))(root));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split("\n", 1)[0] : String(cause);
    throw new BackendError("START_FAILED", `the native addon in ${root} did not load (${why}): run ${fix}`, {
      cause,
    });
  }
}

function faultOf(found: TfjsNode | undefined): string {
  if (found === undefined) return "@tensorflow/tfjs-node is not installed";
  return found.fault === "" ? "" : `${found.library} is installed, but ${found.fault}`;
}

function cores(): string {
  const count = availableParallelism();
  return count === 1 ? "one core" : `${count} cores`;
}
