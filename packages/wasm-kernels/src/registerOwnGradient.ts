import type { GradConfig } from "@tensorflow/tfjs-core";
import { getGradient, registerGradient, unregisterGradient } from "@tensorflow/tfjs-core";

/**
 * Registers the gradient of a kernel that is not tfjs'.
 *
 * @returns a function that takes it back
 */
export function registerOwnGradient(config: GradConfig): () => void {
  const { kernelName } = config;
  if (getGradient(kernelName) as GradConfig | undefined) unregisterGradient(kernelName);
  registerGradient(config);
  return () => unregisterGradient(kernelName);
}
