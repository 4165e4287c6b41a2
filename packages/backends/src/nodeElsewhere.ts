import type { BackendDriver } from "./BackendDriver.ts";
import { BackendError } from "./BackendError.ts";

const reason = "native TensorFlow runs in Node only";
const fix = "use webgpu, webgl or wasm here";

/** The place of native TensorFlow where there is no Node. */
export const nodeElsewhere: BackendDriver = {
  name: "node",
  async probe() {
    return { name: "node", available: false, reason, fix, device: "" };
  },
  async start() {
    throw new BackendError("NOT_AVAILABLE", `${reason}: ${fix}`);
  },
};
