import type { NamedAttrMap, TensorInfo } from "@tensorflow/tfjs-core";
import { getKernel } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";

/** Runs another kernel within one. The caller disposes of what it has no more use for: tfjs' engine knows of none of it yet. */
export function runKernel(
  { backend }: KernelContext,
  name: string,
  inputs: Readonly<Record<string, TensorInfo | undefined>>,
  attrs: object = {},
): TensorInfo {
  const run = getKernel(name, "wasm").kernelFunc;
  return run({ inputs, backend, attrs: attrs as NamedAttrMap }) as TensorInfo;
}
