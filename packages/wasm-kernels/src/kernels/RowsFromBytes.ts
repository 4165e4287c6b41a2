import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

/** Which rows of a dataset of bytes make a batch, and what the bytes are multiplied with. */
interface Attributes {
  readonly data: Uint8Array;
  readonly rows: ArrayLike<number>;
  /** Bytes of a row. */
  readonly size: number;
  /** The shape of the batch. */
  readonly shape: readonly number[];
  readonly scale: number;
  readonly offset: number;
}

/** Not a kernel of tfjs: `@minibatch/training` asks for it by this name, and does without where there is none. */
export const rowsFromBytes: KernelDefinition = defineKernel<Record<string, never>, Attributes>(
  "MinibatchRowsFromBytes",
  "a batch of bytes becomes floats in WebAssembly's own memory",
  (context) =>
    (_inputs, { data, rows, size, shape, scale, offset }) => {
      const batch = context.output(shape);
      const bytes = context.scratch(rows.length * size);
      const memory = context.backend.wasm.HEAPU8;
      for (let row = 0; row < rows.length; row += 1) {
        const from = (rows[row] ?? 0) * size;
        memory.set(data.subarray(from, from + size), bytes + row * size);
      }
      context.wasm.scaleBytes(bytes, context.address(batch), rows.length * size, scale, offset);
      return batch;
    },
);
