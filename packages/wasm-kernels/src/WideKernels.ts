/** The kernels for vectors of 256 bits, compiled: see `assembly/width.ts`. */
export interface WideKernels {
  readonly kernels: WebAssembly.Module;
  /** The inner loops that they call. */
  readonly loops: WebAssembly.Module;
}
