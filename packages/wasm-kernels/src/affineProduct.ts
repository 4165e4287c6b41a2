import type { TensorInfo } from "@tensorflow/tfjs-core";
import { broadcast_util } from "@tensorflow/tfjs-core";
import { broadcastOffsets } from "./broadcastOffsets.ts";
import type { Deferrable } from "./Deferrable.ts";
import type { KernelContext } from "./KernelContext.ts";
import { WasmKernelsError } from "./WasmKernelsError.ts";

/** With more rows than these, packing the other matrix is little beside multiplying by it. */
const MOST_ROWS = 512;
/** With at most as many, it is read where it lies. */
const THIN = 4;

/** A matrix product over the last two axes, the others broadcast. */
export interface Product {
  readonly a: TensorInfo;
  readonly b: TensorInfo;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/**
 * Describes a product, or returns `undefined` where the tensors are not float32.
 *
 * @throws {WasmKernelsError} `SHAPE_MISMATCH` where they are no matrices, or the rows of one do not go with the columns of the other
 */
export function affineProduct(
  context: KernelContext,
  { a, b, transposeA, transposeB }: Product,
): Deferrable | undefined {
  if (a.dtype !== "float32" || b.dtype !== "float32") return undefined;
  const [rowsA = 0, columnsA = 0] = a.shape.slice(-2);
  const [rowsB = 0, columnsB = 0] = b.shape.slice(-2);
  const [m, k] = transposeA ? [columnsA, rowsA] : [rowsA, columnsA];
  const [kOfB, n] = transposeB ? [columnsB, rowsB] : [rowsB, columnsB];
  if (a.shape.length < 2 || b.shape.length < 2 || k !== kOfB) {
    throw new WasmKernelsError(
      "SHAPE_MISMATCH",
      `expected matrices with equal inner lengths, in matMul of [${a.shape.join(", ")}]${transposeA ? " transposed" : ""} ` +
        `and [${b.shape.join(", ")}]${transposeB ? " transposed" : ""}: reshape a vector to [n, 1] or [1, n]`,
    );
  }

  const batchA = a.shape.slice(0, -2);
  const batchB = b.shape.slice(0, -2);
  const batch = broadcast_util.assertAndGetBroadcastShape(batchA, batchB);
  const matrixA = broadcastOffsets(batchA, batch);
  const matrixB = broadcastOffsets(batchB, batch);
  const { wasm, packed } = context;
  const lasting = matrixA.length === 1 && m > THIN && m <= MOST_ROWS;
  return {
    kind: "affine",
    shape: [...batch, m, n],
    inputs: [a, b],
    describeGradient([addressA = 0, addressB = 0]) {
      if (matrixA.length !== 1 || m * n * k === 0) return false;
      const bytes = wasm.gradientScratchBytes(m, n, k, transposeB) >>> 0;
      if (bytes === 0) return false;
      const scratch = context.scratch(bytes);
      wasm.gradientProduct(addressA, columnsA, transposeA, addressB, columnsB, transposeB, m, n, k, scratch);
      return true;
    },
    compute([addressA = 0, addressB = 0], out, bias, activation) {
      if (m === 0 || n === 0) return;
      if (k === 0) {
        multiplyZeros(context, out, matrixA.length * m, n, bias, activation);
        return;
      }
      const scratch = context.scratch(wasm.gemmScratchBytes(m, n, k) >>> 0);
      const pack = (to: number) => {
        wasm.packProduct(addressB, columnsB, transposeB, n, k, to);
        return true;
      };
      const form = transposeB ? "transposedProduct" : "product";
      const packedB = lasting ? packed.find(form, b, wasm.productPackedBytes(n, k) >>> 0, pack) : 0;
      for (const [i, offsetA] of matrixA.entries()) {
        wasm.gemm(
          addressA + 4 * m * k * offsetA,
          columnsA,
          transposeA,
          addressB + 4 * k * n * (matrixB[i] ?? 0),
          columnsB,
          transposeB,
          packedB,
          out + 4 * m * n * i,
          n,
          m,
          n,
          k,
          bias,
          activation,
          scratch,
        );
      }
    },
  };
}

/** Sums of nothing are zeros; to them come bias and activation as ever: a product of a column and a row of zeros. */
function multiplyZeros(
  context: KernelContext,
  out: number,
  rows: number,
  columns: number,
  bias: number,
  activation: number,
): void {
  const bytes = context.wasm.gemmScratchBytes(rows, columns, 1) >>> 0;
  const scratch = context.scratch(bytes + 4 * Math.max(rows, columns));
  const zeros = scratch + bytes;
  context.backend.wasm.HEAPU8.fill(0, zeros, zeros + 4 * Math.max(rows, columns));
  context.wasm.gemm(
    zeros,
    1,
    false,
    zeros,
    columns,
    false,
    0,
    out,
    columns,
    rows,
    columns,
    1,
    bias,
    activation,
    scratch,
  );
}
