/** What went wrong, stable across versions. */
export type WasmKernelsErrorCode =
  | "WASM_NOT_RUNNING"
  | "NO_SIMD"
  | "NO_THREADS"
  | "THREAD_DIED"
  | "NO_TFJS_MODULE"
  | "NOT_SUPPORTED"
  | "SHAPE_MISMATCH"
  | "OPTIMIZER_MISMATCH"
  | "OUT_OF_MEMORY";

/** Thrown by this package; `code` says what happened, the message what to do. */
export class WasmKernelsError extends Error {
  override readonly name = "WasmKernelsError";
  readonly code: WasmKernelsErrorCode;

  constructor(code: WasmKernelsErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
