import type { DataId, DataType, TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import type { Deferrable, Pooling } from "./Deferrable.ts";
import type { TensorData, TfjsWasmBackend } from "./runningWasmBackend.ts";

/** What computes it: the context of the kernels. */
interface Computes {
  readonly backend: TfjsWasmBackend;
  address(tensor: TensorInfo, size: number, dtype?: DataType): number;
  output(shape: readonly number[], dtype?: DataType): TensorInfo;
  compute(work: Deferrable, out: TensorInfo, pooling?: Pooling): TensorInfo;
  settled(data: DeferredData): void;
  disposeCounted(dataId: DataId): void;
}

/** The last pooling of values that were not computed themselves. */
interface Pooled {
  /** Its output. */
  readonly y: DataId;
  /** The place of each largest value in its window, 0 to 3, a byte each, and a byte that says whether they are no good. */
  readonly places: TensorInfo;
}

/**
 * The backend's record of a tensor whose values are computed when somebody asks where they lie.
 *
 * Where gradients are recorded, tfjs asks for a convolution, its bias, its activation and its pooling one by one, and mostly nobody
 * looks at what comes in between: so that is put off, and computed on the way to what somebody does look at. Likewise the gradient
 * of a pooling, until that of relu is asked for. Who does look at one, a kernel of tfjs or a person, sees an ordinary tensor. What is
 * disposed of before is never computed.
 */
export class DeferredData implements TensorData {
  /** tfjs counts here how many tensors share these values. */
  refCount = 1;
  readonly dtype = "float32";
  readonly work: Deferrable;
  readonly #context: Computes;
  readonly #dataId: DataId;
  #pooled: Pooled | undefined;
  #done = false;

  constructor(context: Computes, dataId: DataId, work: Deferrable) {
    this.work = work;
    this.#context = context;
    this.#dataId = dataId;
    // tfjs may dispose of them before they are read.
    for (const input of inputsOf(work)) context.backend.incRef(input.dataId);
  }

  get shape(): number[] {
    return [...this.work.shape];
  }

  get memoryOffset(): number {
    return this.settle().memoryOffset;
  }

  /** What tfjs' own kernels know the values by. */
  get id(): number {
    return this.settle().id;
  }

  /**
   * Computes what max pooling over windows of 2x2 that touch makes of the values, and not the values, where that is possible. Whoever
   * asks for the values as well has them computed once more.
   *
   * @param noted whether the places of the largest values are noted, for a gradient
   */
  pool(shape: readonly number[], noted: boolean): TensorInfo | undefined {
    if (!this.work.poolable) return undefined;
    const out = this.#context.output(shape);
    if (!noted) return this.#context.compute(this.work, out, { places: 0 });
    const count = util.sizeFromShape([...shape]) + 1;
    const places = this.#context.output([count], "bool");
    const y = this.#context.compute(this.work, out, { places: this.#context.address(places, count, "bool") });
    this.#forgetPlaces();
    this.#pooled = { y: y.dataId, places };
    return y;
  }

  /** Where the largest values of the windows are, if the pooling that gave `y` noted it, and all values are finite. */
  placesOf(y: TensorInfo): TensorInfo | undefined {
    if (this.#pooled?.y !== y.dataId) return undefined;
    const { places } = this.#pooled;
    const count = util.sizeFromShape(y.shape);
    const { wasm } = this.#context.backend;
    return wasm.HEAPU8[this.#context.address(places, count + 1, "bool") + count] === 0 ? places : undefined;
  }

  /** Puts an ordinary record with the values in the place of this one. */
  settle(): Pick<TensorData, "id" | "memoryOffset"> {
    const { backend } = this.#context;
    if (this.refCount < 1) {
      // tfjs asks in order to free them: 0 stands for nothing in its allocator and in its kernels.
      this.#release();
      return { id: 0, memoryOffset: 0 };
    }
    if (!this.#done) {
      const out = this.#context.output(this.work.shape);
      this.#context.compute(this.work, out);
      const data = backend.dataIdMap.get(out.dataId);
      backend.dataIdMap.delete(out.dataId);
      backend.dataIdMap.delete(this.#dataId);
      backend.dataIdMap.set(this.#dataId, { ...data, refCount: this.refCount });
      this.#release();
    }
    return backend.dataIdMap.get(this.#dataId);
  }

  #release(): void {
    if (this.#done) return;
    this.#done = true;
    this.#context.settled(this);
    this.#forgetPlaces();
    for (const { dataId } of inputsOf(this.work)) this.#context.disposeCounted(dataId);
  }

  #forgetPlaces(): void {
    if (this.#pooled) this.#context.backend.disposeData(this.#pooled.places.dataId);
  }
}

function inputsOf({ inputs, bias }: Deferrable) {
  return bias ? [...inputs, bias] : inputs;
}
