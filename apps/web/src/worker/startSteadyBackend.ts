import { type Backend, BackendError } from "@minibatch/backends";
import { startChosenBackend } from "./startChosenBackend.ts";

/** Starts what answers with the same numbers everywhere and needs no GPU: WebAssembly, or JavaScript in a browser that has none. */
export async function startSteadyBackend(): Promise<Backend> {
  try {
    return await startChosenBackend("wasm");
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    return startChosenBackend("cpu");
  }
}
