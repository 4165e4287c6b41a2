import type { DataId, DataType, KernelBackend, TensorInfo } from "@tensorflow/tfjs-core";
import * as tf from "@tensorflow/tfjs-core";
import { WasmKernelsError } from "./WasmKernelsError.ts";

/** The backend's record of the values of a tensor. */
export interface TensorData {
  /** What tfjs' own kernels know them by. */
  readonly id: number;
  /** Where they lie; 0 for nowhere. */
  memoryOffset: number;
  readonly shape: number[];
  readonly dtype: DataType;
  /** How many tensors share them. */
  refCount: number;
}

/** The part of tfjs' WASM backend that the kernels stand on; tfjs does not declare all of it. */
export interface TfjsWasmBackend extends KernelBackend {
  /** Null after the backend was disposed of, though tfjs does not say so. */
  readonly wasm: {
    readonly HEAPU8: Uint8Array;
    /** The exports of the plain and the SIMD build. */
    readonly asm?: { readonly memory?: WebAssembly.Memory };
    /** Where the threaded build keeps its memory. */
    readonly wasmMemory?: WebAssembly.Memory;
    _malloc(bytes: number): number;
    _free(address: number): void;
  };
  readonly dataIdMap: {
    has(dataId: DataId): boolean;
    get(dataId: DataId): TensorData;
    set(dataId: DataId, data: TensorData): void;
    delete(dataId: DataId): boolean;
  };
  /** @param memoryOffset where the values lie; a place of their own where it is missing */
  makeOutput(shape: readonly number[], dtype: DataType, memoryOffset?: number): TensorInfo;
}

/**
 * Gives the WASM backend that tfjs runs on now.
 *
 * @throws {WasmKernelsError} `WASM_NOT_RUNNING` when tfjs runs on another backend, or on none
 */
export function runningWasmBackend(): TfjsWasmBackend {
  const name = tf.getBackend();
  if (name !== "wasm") {
    throw new WasmKernelsError(
      "WASM_NOT_RUNNING",
      `expected tfjs to run on "wasm", it runs on "${name || "no backend yet"}": import ` +
        `"@tensorflow/tfjs-backend-wasm" and await tf.setBackend("wasm") first`,
    );
  }
  return tf.backend() as TfjsWasmBackend;
}

/** The memory of the backend; it grows, and every view of it dies when it does. */
export function memoryOf(backend: TfjsWasmBackend): WebAssembly.Memory {
  const memory = backend.wasm.wasmMemory ?? backend.wasm.asm?.memory;
  if (!memory) {
    throw new WasmKernelsError(
      "WASM_NOT_RUNNING",
      `expected the memory of tfjs' WASM backend at wasm.asm.memory or wasm.wasmMemory, found it at neither: ` +
        `use @tensorflow/tfjs-backend-wasm 4.22`,
    );
  }
  return memory;
}
