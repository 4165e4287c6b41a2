// oxlint-disable no-underscore-dangle -- the names of the allocator are Emscripten's
import { type DataId, type TensorInfo, util } from "@tensorflow/tfjs-core";
import type { TfjsWasmBackend } from "./runningWasmBackend.ts";

/** So many bytes are kept at most; weights beyond them are packed at each use. */
const MOST = 1 << 26;

/** Which kernel reads them. */
export type PackedForm = "convolution" | "inputGradient" | "product" | "transposedProduct";

interface Packed {
  readonly address: number;
  readonly bytes: number;
  /** Tensors that are reshaped share their values, and other places of them stand beside each other then. */
  readonly shape: number[];
}

/**
 * Weights in the form that their kernel reads, from their second use on and for as long as they are what they are.
 *
 * Values never change under their data id: whoever gives a variable others gives it another id (`KernelContext.renew`, `assign`). So what
 * was packed is good until tfjs disposes of the id, and then it is freed. A step of training uses each id once in each form, or, computed in
 * parts, once for each part.
 */
export class PackedWeights {
  readonly #backend: TfjsWasmBackend;
  readonly #used: Readonly<Record<PackedForm, WeakSet<DataId>>> = {
    convolution: new WeakSet(),
    inputGradient: new WeakSet(),
    product: new WeakSet(),
    transposedProduct: new WeakSet(),
  };
  readonly #packed = new Map<DataId, Partial<Record<PackedForm, Packed>>>();
  #bytes = 0;

  constructor(backend: TfjsWasmBackend) {
    this.#backend = backend;
    const disposeData = backend.disposeData.bind(backend);
    backend.disposeData = (dataId, force) => {
      const gone = disposeData(dataId, force);
      if (gone) this.#forget(dataId);
      return gone;
    };
  }

  /**
   * The address of packed weights, or 0 where they are used for the first time, or cannot be kept.
   *
   * @param bytes how many they take, packed
   * @param pack writes them; returns whether they are of use
   */
  find(form: PackedForm, weights: TensorInfo, bytes: number, pack: (to: number) => boolean): number {
    const { dataId, shape } = weights;
    const forms = this.#packed.get(dataId) ?? {};
    const known = forms[form];
    // The same filter may be read in another form, where images are of another size.
    if (known) return known.bytes === bytes && util.arraysEqual(known.shape, shape) ? known.address : 0;
    if (!this.#used[form].has(dataId)) {
      this.#used[form].add(dataId);
      return 0;
    }
    if (this.#bytes + bytes > MOST) return 0;
    const address = this.#backend.wasm._malloc(bytes) >>> 0;
    if (address === 0) return 0;
    if (!pack(address)) {
      this.#backend.wasm._free(address);
      return 0;
    }
    this.#packed.set(dataId, { ...forms, [form]: { address, bytes, shape: [...shape] } });
    this.#bytes += bytes;
    return address;
  }

  /** Frees all, and lets the backend dispose as before. */
  release(): void {
    Reflect.deleteProperty(this.#backend, "disposeData");
    for (const dataId of this.#packed.keys()) this.#forget(dataId);
  }

  #forget(dataId: DataId): void {
    const forms = this.#packed.get(dataId);
    if (!forms) return;
    this.#packed.delete(dataId);
    for (const { address, bytes } of Object.values(forms)) {
      this.#bytes -= bytes;
      // Without a backend any more, its memory is gone.
      this.#backend.wasm?._free(address);
    }
  }
}
