import { getKernelsForBackend, Reshape } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";
import { replaceRegistration } from "./replaceRegistration.ts";

/**
 * Lets tfjs' own kernels begin with inputs that are computed. Some hold views of the memory while they ask for the next input;
 * had that to be computed first, the memory could grow, and the views were gone. A reshape asks for no values.
 *
 * @returns a function that puts the kernels back as they were
 */
export function settleInputs(context: KernelContext): () => void {
  const originals = getKernelsForBackend("wasm").filter(({ kernelName }) => kernelName !== Reshape);
  for (const original of originals) {
    replaceRegistration({
      ...original,
      kernelFunc: (args) => {
        // Some operations have an array of inputs.
        for (const input of Object.values(args.inputs)) if (input) context.settle(input);
        return original.kernelFunc(args);
      },
    });
  }
  return () => {
    for (const original of originals) replaceRegistration(original);
  };
}
