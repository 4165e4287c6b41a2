import type { KernelConfig } from "@tensorflow/tfjs-core";
import { getKernel, registerKernel, unregisterKernel } from "@tensorflow/tfjs-core";

/** Registers a kernel, in the place of the one of that name if there is one: tfjs warns on the console otherwise. */
export function replaceRegistration(config: KernelConfig): void {
  if (getKernel(config.kernelName, config.backendName)) {
    unregisterKernel(config.kernelName, config.backendName);
  }
  registerKernel(config);
}
