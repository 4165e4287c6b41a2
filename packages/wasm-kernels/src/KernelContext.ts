// oxlint-disable no-underscore-dangle -- the names of the allocator are Emscripten's
import type { DataType, TensorInfo, Variable } from "@tensorflow/tfjs-core";
import { engine } from "@tensorflow/tfjs-core";
import type { Deferrable } from "./Deferrable.ts";
import { DeferredData } from "./DeferredData.ts";
import type { ConvShape, KernelExports, PoolShape } from "./KernelExports.ts";
import type { TfjsWasmBackend } from "./runningWasmBackend.ts";
import { WasmKernelsError } from "./WasmKernelsError.ts";

const CONV_SHAPE_BYTES = 60;

/** What a kernel needs: the compiled functions, and addresses of tensors and scratch space. */
export class KernelContext {
  readonly backend: TfjsWasmBackend;
  readonly wasm: KernelExports;
  #scratch = 0;
  #scratchBytes = 0;
  #shape = 0;

  constructor(backend: TfjsWasmBackend, wasm: KernelExports) {
    this.backend = backend;
    this.wasm = wasm;
  }

  /** The address of a tensor's values. One that lies on another backend is moved here first. */
  address(tensor: TensorInfo): number {
    return this.backend.dataIdMap.get(tensor.dataId).memoryOffset;
  }

  /**
   * The address of a variable's values, for writing in place. Where they are shared (`clone` and `reshape` share), the
   * variable gets a copy of its own first, so that nobody else's tensor changes.
   *
   * Only for variables that no layer computes with, such as an optimizer's accumulators: see {@link renew}.
   */
  ownAddress(variable: Variable): number {
    if (this.backend.refCount(variable.dataId) > 1) {
      this.renew(variable, (from, to) => {
        this.backend.wasm.HEAPU8.copyWithin(to, from, from + 4 * variable.size);
      });
    }
    return this.address(variable);
  }

  /**
   * Gives a variable new values in a new buffer.
   *
   * XNNPACK packs the filters of a convolution once for each data id and keeps them until the data are disposed of.
   * Weights that changed under the same id would go on being used as they were before.
   *
   * @param write computes the new values; gets the addresses of the old ones and of the new ones
   */
  renew(variable: Variable, write: (from: number, to: number) => void): void {
    const from = this.address(variable);
    const next = engine().makeTensorFromTensorInfo(this.output(variable.shape), this.backend);
    write(from, this.address(next));
    variable.assign(next);
    next.dispose();
  }

  /** Makes a tensor whose values are not set yet. */
  output(shape: readonly number[], dtype: DataType = "float32"): TensorInfo {
    return this.backend.makeOutput(shape, dtype);
  }

  /** Computes, with bias and activation on the way, into `out`; with `places`, pooled. */
  compute(work: Deferrable, out: TensorInfo = this.output(work.shape), places?: TensorInfo): TensorInfo {
    const bias = work.bias ? this.address(work.bias) : 0;
    work.compute(this.address(out), bias, work.activation ?? 0, places ? this.address(places) : 0);
    return out;
  }

  /** Makes a tensor whose values are computed when they are asked for: see {@link DeferredData}. */
  defer(work: Deferrable): TensorInfo {
    const dataId = {};
    this.backend.dataIdMap.set(dataId, new DeferredData(this, dataId, work));
    return { dataId, shape: [...work.shape], dtype: "float32" };
  }

  /** Defers where gradients are recorded. Elsewhere tfjs asks for bias and activation at once, and a tensor is computed now. */
  deferRecorded(work: Deferrable): TensorInfo {
    return engine().state.gradientDepth > 0 ? this.defer(work) : this.compute(work);
  }

  /** Computes a tensor now, if it was not yet. */
  settle(tensor: TensorInfo): void {
    this.deferredData(tensor)?.settle();
  }

  /** The record of a tensor, if it was not computed yet. */
  deferredData({ dataId }: TensorInfo): DeferredData | undefined {
    const { dataIdMap } = this.backend;
    const data = dataIdMap.has(dataId) ? dataIdMap.get(dataId) : undefined;
    return data instanceof DeferredData ? data : undefined;
  }

  /** What a tensor will be computed by, if it was not yet, with the same last axis. */
  deferred(kind: Deferrable["kind"], tensor: TensorInfo): Deferrable | undefined {
    // Moves the values here, where they lie on another backend.
    this.backend.dataIdMap.get(tensor.dataId);
    const work = this.deferredData(tensor)?.work;
    // It may have been reshaped since.
    if (work?.kind !== kind || work.shape.at(-1) !== tensor.shape.at(-1)) return undefined;
    return { ...work, shape: tensor.shape };
  }

  /** Makes a tensor over the values of another one, deferred or not. */
  share(tensor: TensorInfo): TensorInfo {
    // Moves the values here, where they lie on another backend.
    this.backend.dataIdMap.get(tensor.dataId);
    this.backend.incRef(tensor.dataId);
    return { dataId: tensor.dataId, shape: tensor.shape, dtype: tensor.dtype };
  }

  /**
   * The address of scratch space, good until the next call. One block serves all kernels and only grows, so that
   * training allocates nothing from the second step on.
   */
  scratch(bytes: number): number {
    if (bytes > this.#scratchBytes) {
      if (this.#scratch) this.backend.wasm._free(this.#scratch);
      this.#scratchBytes = 0;
      this.#scratch = this.backend.wasm._malloc(bytes) >>> 0;
      if (this.#scratch === 0) {
        throw new WasmKernelsError(
          "OUT_OF_MEMORY",
          `the WASM backend has no ${bytes} bytes left for scratch space: dispose tensors, or take a smaller batch`,
        );
      }
      this.#scratchBytes = bytes;
    }
    return this.#scratch;
  }

  /** Writes the shape of a convolution or a pooling down and gives its address, good until the next call. */
  shape(shape: ConvShape | PoolShape): number {
    // Room for a second one, which a kernel may need for itself.
    this.#shape ||= this.backend.wasm._malloc(2 * CONV_SHAPE_BYTES) >>> 0;
    new Int32Array(this.backend.wasm.HEAPU8.buffer, this.#shape, shape.length).set(shape);
    return this.#shape;
  }

  /** Gives the scratch space back. */
  release(): void {
    if (this.#scratch) this.backend.wasm._free(this.#scratch);
    if (this.#shape) this.backend.wasm._free(this.#shape);
    this.#scratch = 0;
    this.#scratchBytes = 0;
    this.#shape = 0;
  }
}
