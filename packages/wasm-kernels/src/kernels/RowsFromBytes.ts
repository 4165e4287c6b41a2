import { util } from "@tensorflow/tfjs-core";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { WasmKernelsError } from "../WasmKernelsError.ts";

/** A view of so few bytes, such as a label, costs more than to copy them. */
const FEW = 8;

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
      const count = rows.length * size;
      if (util.sizeFromShape([...shape]) !== count) {
        throw new WasmKernelsError(
          "SHAPE_MISMATCH",
          `expected a batch of ${rows.length} rows of ${size} bytes, got the shape [${shape.join(", ")}]`,
        );
      }
      const bytes = context.batchBytes(count);
      const memory = context.backend.wasm.HEAPU8;
      for (let row = 0; row < rows.length; row += 1) {
        const from = (rows[row] ?? Number.NaN) * size;
        if (!(from >= 0 && from + size <= data.length)) {
          throw new WasmKernelsError(
            "SHAPE_MISMATCH",
            `expected rows from 0 to ${Math.floor(data.length / size) - 1}, got ${rows[row]}`,
          );
        }
        const to = bytes + row * size;
        if (size > FEW) memory.set(data.subarray(from, from + size), to);
        else for (let i = 0; i < size; i += 1) memory[to + i] = data[from + i] as number;
      }
      const batch = context.output(shape);
      context.wasm.scaleBytes(bytes, context.address(batch, count), count, scale, offset);
      return batch;
    },
);
