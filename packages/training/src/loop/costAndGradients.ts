import { keep, mul, type Scalar, type Tensor } from "@tensorflow/tfjs-core";
import type { CompiledModel } from "./CompiledModel.ts";
import { dropTape } from "./dropTape.ts";
import { type BatchTensors, recordCost } from "./recordCost.ts";

/** What a batch costs, and how that changes with the weights. */
export interface CostAndGradients {
  readonly cost: Scalar;
  /** What the model gave. */
  readonly output: Tensor;
  /** For each of the model's variables; `undefined` where the cost does not depend on it. */
  readonly gradients: readonly (Tensor | undefined)[];
}

/**
 * Computes the cost of a batch, or of a part of it, and its gradients, within a `tidy` of the caller. What throws leaves nothing behind.
 *
 * @param share what the cost is multiplied with before its gradients are taken
 */
export function costAndGradients(compiled: CompiledModel, batch: BatchTensors, share = 1): CostAndGradients {
  const { model, planned } = compiled;
  const compute = () => {
    const { cost, output, gradients } = recorded(compiled, batch, share);
    return [cost, output, ...gradients];
  };
  const tensors = [batch.x, batch.y, ...(batch.weights ? [batch.weights] : [])];
  const key = [share, ...tensors.map(({ dtype, shape }) => `${dtype}[${shape.join()}]`)].join(" ");
  const given = [...tensors, ...model.weights.map((weight) => weight.read())];
  const results = planned ? planned(key, given, compute) : compute();
  const [cost, output, ...gradients] = results as readonly [Scalar, Tensor, ...(Tensor | undefined)[]];
  return { cost, output, gradients };
}

function recorded(compiled: CompiledModel, batch: BatchTensors, share: number): CostAndGradients {
  const { optimizer, variables } = compiled;
  let kept: Tensor | undefined;
  try {
    const { value, grads } = optimizer.computeGradients(() => {
      const { cost, output } = recordCost(compiled, batch);
      // The tidy of the gradients would dispose of it.
      kept = keep(output);
      return share === 1 ? cost : mul<Scalar>(cost, share);
    }, variables);
    const gradients = variables.map(({ name }) => (grads[name] as Tensor | null) ?? undefined);
    return { cost: value, output: kept as Tensor, gradients };
  } catch (error) {
    kept?.dispose();
    dropTape();
    throw error;
  }
}
