// oxlint-disable no-underscore-dangle -- the names of the allocator are Emscripten's
import { outOfMemory } from "./outOfMemory.ts";
import type { TfjsWasmBackend } from "./runningWasmBackend.ts";

/** Scratch space that only grows, so that training allocates nothing from the second step on. */
export class ScratchBlock {
  readonly #backend: TfjsWasmBackend;
  readonly #name: string;
  #address = 0;
  #bytes = 0;

  /** @param name what it is called where there is no memory left for it */
  constructor(backend: TfjsWasmBackend, name: string) {
    this.#backend = backend;
    this.#name = name;
  }

  /**
   * The address of so many bytes, good until the next call.
   *
   * @throws {WasmKernelsError} `OUT_OF_MEMORY`
   */
  at(bytes: number): number {
    if (bytes > this.#bytes) {
      this.free();
      this.#address = this.#backend.wasm._malloc(bytes) >>> 0;
      if (this.#address === 0) throw outOfMemory(`${bytes} bytes of ${this.#name}`);
      this.#bytes = bytes;
    }
    return this.#address;
  }

  free(): void {
    if (this.#address) this.#backend.wasm._free(this.#address);
    this.#address = 0;
    this.#bytes = 0;
  }
}
