// oxlint-disable no-underscore-dangle -- the names of the allocator are Emscripten's
import type { DataId, DataType, TensorInfo, Variable } from "@tensorflow/tfjs-core";
import { engine, util } from "@tensorflow/tfjs-core";
import type { Deferrable, Pooling } from "./Deferrable.ts";
import { DeferredData } from "./DeferredData.ts";
import { guardKernels } from "./guardKernels.ts";
import type { ConvShape, KernelExports, PoolShape } from "./KernelExports.ts";
import { outOfMemory } from "./outOfMemory.ts";
import { PackedWeights } from "./PackedWeights.ts";
import type { TfjsWasmBackend } from "./runningWasmBackend.ts";
import { ScratchBlock } from "./ScratchBlock.ts";
import { UnfinishedData } from "./UnfinishedData.ts";
import { WasmKernelsError } from "./WasmKernelsError.ts";

const CONV_SHAPE_BYTES = 60;

/** What a kernel needs: the compiled functions, and addresses of tensors and scratch space. */
export class KernelContext {
  readonly backend: TfjsWasmBackend;
  readonly wasm: KernelExports;
  readonly packed: PackedWeights;
  /** What was put off, and neither computed nor disposed of yet. */
  readonly #open = new Set<DeferredData>();
  readonly #scratch: ScratchBlock;
  readonly #bytes: ScratchBlock;
  #released = false;
  #shape = 0;
  /** What other threads are still writing, and what they read for it. */
  #unfinished: { readonly written: readonly DataId[]; readonly read: DataId } | undefined;
  /** Whether the next step of an optimizer may be left to other threads. */
  mayLeaveStep = false;

  constructor(backend: TfjsWasmBackend, wasm: KernelExports) {
    this.backend = backend;
    this.wasm = guardKernels(wasm, () => this.finish());
    this.#scratch = new ScratchBlock(backend, "scratch space");
    this.#bytes = new ScratchBlock(backend, "scratch space for a batch");
    this.packed = new PackedWeights(backend);
  }

  /** Whether the kernels are installed, and tfjs computes on the backend that they are for. */
  get active(): boolean {
    return !this.#released && engine().backend === this.backend;
  }

  /**
   * The address of a tensor's values. One that lies on another backend is moved here first.
   *
   * This is where tensors become addresses: WebAssembly reads and writes wherever it is told to.
   *
   * @param size how many values the kernel reads or writes there
   * @throws {WasmKernelsError} `SHAPE_MISMATCH` where the tensor holds fewer, or values of another type
   */
  address(tensor: TensorInfo, size: number, dtype: DataType = "float32"): number {
    const data = this.backend.dataIdMap.get(tensor.dataId);
    const held = util.sizeFromShape(data.shape);
    if (held < size || data.dtype !== dtype) {
      throw new WasmKernelsError(
        "SHAPE_MISMATCH",
        `expected a tensor of ${size} values of ${dtype}, got ${held} of ${data.dtype}, [${tensor.shape.join(", ")}]`,
      );
    }
    const { memoryOffset } = data;
    // tfjs takes what the allocator gives, and that is 0 where the memory is full.
    if (memoryOffset === 0 && size > 0) throw outOfMemory(`a tensor [${tensor.shape.join(", ")}]`);
    return memoryOffset;
  }

  /**
   * The address of a variable's values, for writing in place. Where they are shared (`clone` and `reshape` share), the
   * variable gets a copy of its own first, so that nobody else's tensor changes.
   *
   * Only for variables that no layer computes with, such as an optimizer's accumulators: see {@link renew}.
   */
  ownAddress(variable: Variable, size: number): number {
    if (this.#isShared(variable)) {
      this.renew(variable, (from, to) => {
        this.backend.wasm.HEAPU8.copyWithin(to, from, from + 4 * variable.size);
      });
    }
    return this.address(variable, size);
  }

  /**
   * Gives a variable new values under a new data id: in the memory of the old ones, unless they are shared.
   *
   * XNNPACK packs the filters of a convolution once for each data id and keeps them until the data are disposed of.
   * Weights that changed under the same id would go on being used as they were before.
   *
   * @param write computes the new values; gets the addresses of the old ones and of the new ones, which may be the same
   */
  renew(variable: Variable, write: (from: number, to: number) => void): void {
    const { shape, size } = variable;
    const from = this.address(variable, size);
    const given = this.#isShared(variable) ? this.output(shape) : undefined;
    write(from, given ? this.address(given, size) : from);
    const next = engine().makeTensorFromTensorInfo(given ?? this.#takeMemory(variable), this.backend);
    variable.assign(next);
    next.dispose();
  }

  #isShared({ dataId }: Variable): boolean {
    return this.backend.refCount(dataId) > 1;
  }

  /** Makes a tensor of the values of a variable, which is left without. */
  #takeMemory({ dataId, shape, dtype }: Variable): TensorInfo {
    const data = this.backend.dataIdMap.get(dataId);
    const taken = this.backend.makeOutput(shape, dtype, data.memoryOffset);
    data.memoryOffset = 0;
    return taken;
  }

  /** Makes a tensor whose values are not set yet. */
  output(shape: readonly number[], dtype: DataType = "float32"): TensorInfo {
    if (shape.some((length) => length < 0)) {
      throw new WasmKernelsError(
        "SHAPE_MISMATCH",
        `expected a window that fits into what it is moved over, the result would be [${shape.join(", ")}]`,
      );
    }
    return this.backend.makeOutput(shape, dtype);
  }

  /** Makes a tensor of one value. */
  scalar(value: number, dtype: "float32" | "int32"): TensorInfo {
    const tensor = this.output([], dtype);
    const values = dtype === "float32" ? Float32Array.of(value) : Int32Array.of(value);
    this.backend.wasm.HEAPU8.set(new Uint8Array(values.buffer), this.address(tensor, 1, dtype));
    return tensor;
  }

  /** Makes a tensor of zeros. */
  zeros(shape: readonly number[]): TensorInfo {
    const tensor = this.output(shape);
    const size = util.sizeFromShape([...shape]);
    const from = this.address(tensor, size);
    this.backend.wasm.HEAPU8.fill(0, from, from + 4 * size);
    return tensor;
  }

  /** Computes, with bias and activation on the way, into `out`. */
  compute(work: Deferrable, out: TensorInfo = this.output(work.shape), pooling?: Pooling): TensorInfo {
    const inputs = this.addressesOf(work);
    const bias = work.bias ? this.address(work.bias, work.shape.at(-1) ?? 0) : 0;
    const to = this.address(out, util.sizeFromShape(out.shape));
    work.compute(inputs, to, bias, work.activation ?? 0, pooling, work.alpha ?? 0);
    return out;
  }

  /**
   * The address of a gradient for the step of an optimizer that comes next, or 0 where the step computes it itself, part by part.
   *
   * @throws {WasmKernelsError} `SHAPE_MISMATCH`, as `address`
   */
  gradientAddress(gradient: TensorInfo, size: number): number {
    const work = this.deferred("affine", gradient);
    const plain = work && !work.bias && !work.activation && util.sizeFromShape(gradient.shape) === size;
    return plain && work.describeGradient?.(this.addressesOf(work)) ? 0 : this.address(gradient, size);
  }

  /** The addresses of the inputs of something that was put off. */
  addressesOf({ inputs }: Deferrable): number[] {
    return inputs.map(({ dataId, shape, dtype }) =>
      this.address({ dataId, shape, dtype }, util.sizeFromShape(shape), dtype),
    );
  }

  /** Makes a tensor whose values are computed when they are asked for: see {@link DeferredData}. */
  defer(work: Deferrable): TensorInfo {
    const dataId = {};
    const data = new DeferredData(this, dataId, {
      ...work,
      inputs: work.inputs.map(valuesOf),
      bias: work.bias && valuesOf(work.bias),
    });
    this.#open.add(data);
    this.backend.dataIdMap.set(dataId, data);
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

  /** To be told of what was put off and is computed, or disposed of. */
  settled(data: DeferredData): void {
    this.#open.delete(data);
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
    return valuesOf(tensor);
  }

  /**
   * The address of scratch space, good until the next call. One block serves all kernels.
   *
   * @throws {WasmKernelsError} `OUT_OF_MEMORY`
   */
  scratch(bytes: number): number {
    this.finish();
    return this.#scratch.at(bytes);
  }

  /** As `scratch`, of a block for the bytes of a batch, which may be written while other threads finish a step. */
  batchBytes(bytes: number): number {
    return this.#bytes.at(bytes);
  }

  /**
   * To be told of a step of an optimizer that other threads are still at, after `leaveOpen`: whoever asks where its results lie, and every
   * kernel that shares work out, waits for them.
   *
   * @param written the variable and its accumulators
   * @param gradient what moves it; it, or what it is computed from, stays until then
   */
  leave(written: readonly TensorInfo[], gradient: TensorInfo): void {
    const { backend } = this;
    backend.incRef(gradient.dataId);
    this.#unfinished = { written: written.map(({ dataId }) => dataId), read: gradient.dataId };
    for (const { dataId } of written) {
      backend.dataIdMap.set(dataId, new UnfinishedData(backend.dataIdMap.get(dataId), () => this.finish()));
    }
  }

  /** Waits for what was left to other threads, and helps them. */
  finish(): void {
    if (!this.#unfinished) return;
    const { written, read } = this.#unfinished;
    this.#unfinished = undefined;
    const { dataIdMap, wasm } = this.backend;
    try {
      // Nothing is left any more for the guard to finish; where this thread fails, it waits for the others.
      this.wasm.finishStep();
    } finally {
      for (const dataId of written) {
        const data = dataIdMap.has(dataId) ? dataIdMap.get(dataId) : undefined;
        if (data instanceof UnfinishedData) dataIdMap.set(dataId, data.finished());
      }
      // Without a backend any more, its memory is gone.
      if (wasm) this.disposeCounted(read);
    }
  }

  /** Disposes of values that tfjs may count: it does so as long as its backend has them, wherever they lie by now. */
  disposeCounted(dataId: DataId): void {
    const counted = engine().state.tensorInfo.get(dataId);
    const owner = counted?.backend ?? this.backend;
    if (owner.disposeData(dataId) && counted) engine().removeDataId(dataId, owner);
  }

  /** Writes the shape of a convolution or a pooling down and gives its address, good until the next call. */
  shape(shape: ConvShape | PoolShape): number {
    // Room for a second one, which a kernel may need for itself.
    this.#shape ||= this.backend.wasm._malloc(2 * CONV_SHAPE_BYTES) >>> 0;
    if (this.#shape === 0) throw outOfMemory("the shape of a convolution");
    new Int32Array(this.backend.wasm.HEAPU8.buffer, this.#shape, shape.length).set(shape);
    return this.#shape;
  }

  /** Computes all that was put off and gives the scratch space back. Without a backend any more, there is neither. */
  release(): void {
    this.#released = true;
    this.finish();
    this.packed.release();
    if (!this.backend.wasm) return;
    for (const data of this.#open) data.settle();
    this.#scratch.free();
    this.#bytes.free();
    if (this.#shape) this.backend.wasm._free(this.#shape);
    this.#shape = 0;
  }
}

/** A tensor as it is now: a variable gets other values at each step of its optimizer. */
function valuesOf({ dataId, shape, dtype }: TensorInfo): TensorInfo {
  return { dataId, shape, dtype };
}
