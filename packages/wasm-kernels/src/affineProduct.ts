import type { TensorInfo } from "@tensorflow/tfjs-core";
import { broadcast_util } from "@tensorflow/tfjs-core";
import { broadcastOffsets } from "./broadcastOffsets.ts";
import type { Deferrable } from "./Deferrable.ts";
import type { KernelContext } from "./KernelContext.ts";

/** A matrix product over the last two axes, the others broadcast. */
export interface Product {
  readonly a: TensorInfo;
  readonly b: TensorInfo;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** Describes a product, or returns `undefined` where the tensors are not float32 or hold nothing. */
export function affineProduct(
  context: KernelContext,
  { a, b, transposeA, transposeB }: Product,
): Deferrable | undefined {
  if (a.dtype !== "float32" || b.dtype !== "float32") return undefined;
  const [rowsA = 0, columnsA = 0] = a.shape.slice(-2);
  const [rowsB = 0, columnsB = 0] = b.shape.slice(-2);
  const [m, k] = transposeA ? [columnsA, rowsA] : [rowsA, columnsA];
  const [kOfB, n] = transposeB ? [columnsB, rowsB] : [rowsB, columnsB];
  if (k !== kOfB || k === 0) return undefined;

  const batchA = a.shape.slice(0, -2);
  const batchB = b.shape.slice(0, -2);
  const batch = broadcast_util.assertAndGetBroadcastShape(batchA, batchB);
  const matrixA = broadcastOffsets(batchA, batch);
  const matrixB = broadcastOffsets(batchB, batch);
  return {
    kind: "affine",
    shape: [...batch, m, n],
    inputs: [a, b],
    compute(out, bias, activation) {
      if (m === 0 || n === 0) return;
      const scratch = context.scratch(context.wasm.gemmScratchBytes(m, n, k) >>> 0);
      const addressA = context.address(a);
      const addressB = context.address(b);
      for (const [i, offsetA] of matrixA.entries()) {
        context.wasm.gemm(
          addressA + 4 * m * k * offsetA,
          columnsA,
          transposeA,
          addressB + 4 * k * n * (matrixB[i] ?? 0),
          columnsB,
          transposeB,
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
