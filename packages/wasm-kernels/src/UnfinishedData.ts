import type { DataType } from "@tensorflow/tfjs-core";
import type { TensorData } from "./runningWasmBackend.ts";

/** The backend's record of a tensor that other threads are still writing: who asks where its values lie waits until they are there. */
export class UnfinishedData implements TensorData {
  /** tfjs counts here how many tensors share these values. */
  refCount: number;
  readonly shape: number[];
  readonly dtype: DataType;
  readonly #data: TensorData;
  readonly #finish: () => void;

  /**
   * @param data the ordinary record
   * @param finish waits
   */
  constructor(data: TensorData, finish: () => void) {
    this.refCount = data.refCount;
    this.shape = data.shape;
    this.dtype = data.dtype;
    this.#data = data;
    this.#finish = finish;
  }

  get memoryOffset(): number {
    this.#finish();
    return this.#data.memoryOffset;
  }

  get id(): number {
    this.#finish();
    return this.#data.id;
  }

  /** The ordinary record, to take the place of this one. */
  finished(): TensorData {
    return { ...this.#data, refCount: this.refCount };
  }
}
