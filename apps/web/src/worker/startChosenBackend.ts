import { type Backend, type BackendLibraries, type BackendName, startBackend } from "@minibatch/backends";

/** Starts a backend; that of a GPU is loaded when it is chosen. */
export function startChosenBackend(name: BackendName): Promise<Backend> {
  return startBackend(name, { libraries });
}

/** What `startBackend` and `listBackends` load for GPUs. */
export const libraries: BackendLibraries = {
  webgl: () => import("@tensorflow/tfjs-backend-webgl"),
  webgpu: () => import("@tensorflow/tfjs-backend-webgpu"),
};
