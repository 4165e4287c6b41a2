/** The part of `@tensorflow/tfjs-backend-wasm` that is needed. */
export interface TfjsWasmModule {
  readonly version_wasm: string;
  setWasmPaths(
    paths: Record<
      "tfjs-backend-wasm.wasm" | "tfjs-backend-wasm-simd.wasm" | "tfjs-backend-wasm-threaded-simd.wasm",
      string
    >,
    usePlatformFetch: boolean,
  ): void;
}
