import type { TensorInfo } from "@tensorflow/tfjs-core";
import { broadcast_util, util } from "@tensorflow/tfjs-core";
import { broadcastOffsets } from "./broadcastOffsets.ts";
import type { KernelContext } from "./KernelContext.ts";

/** A matrix product over the last two axes, the others broadcast. */
export interface Product {
  readonly a: TensorInfo;
  readonly b: TensorInfo;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  /** A value for each column. */
  readonly bias?: TensorInfo | undefined;
  /** 0 none, 1 relu, 2 relu6 */
  readonly activation?: number;
}

/** Computes a product, or returns `undefined` where the tensors are not float32 or hold nothing. */
export function multiply(
  context: KernelContext,
  { a, b, transposeA, transposeB, bias, activation = 0 }: Product,
): TensorInfo | undefined {
  if (a.dtype !== "float32" || b.dtype !== "float32") return undefined;
  const [rowsA = 0, columnsA = 0] = a.shape.slice(-2);
  const [rowsB = 0, columnsB = 0] = b.shape.slice(-2);
  const [m, k] = transposeA ? [columnsA, rowsA] : [rowsA, columnsA];
  const [kOfB, n] = transposeB ? [columnsB, rowsB] : [rowsB, columnsB];
  if (k !== kOfB || k === 0) return undefined;

  const batchA = a.shape.slice(0, -2);
  const batchB = b.shape.slice(0, -2);
  const batch = broadcast_util.assertAndGetBroadcastShape(batchA, batchB);
  const out = context.output([...batch, m, n]);
  if (util.sizeFromShape(out.shape) === 0) return out;

  const scratch = context.scratch(context.wasm.gemmScratchBytes(m, n, k) >>> 0);
  const addressA = context.address(a);
  const addressB = context.address(b);
  const addressC = context.address(out);
  const addressBias = bias ? context.address(bias) : 0;
  const matrixA = broadcastOffsets(batchA, batch);
  const matrixB = broadcastOffsets(batchB, batch);
  for (let i = 0; i < matrixA.length; i += 1) {
    context.wasm.gemm(
      addressA + 4 * m * k * (matrixA[i] ?? 0),
      columnsA,
      transposeA,
      addressB + 4 * k * n * (matrixB[i] ?? 0),
      columnsB,
      transposeB,
      addressC + 4 * m * n * i,
      n,
      m,
      n,
      k,
      addressBias,
      activation,
      scratch,
    );
  }
  return out;
}
