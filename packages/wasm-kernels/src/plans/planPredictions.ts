import type { Tensor, TensorInfo, Variable } from "@tensorflow/tfjs-core";
import { concat, engine, slice, tidy } from "@tensorflow/tfjs-core";
import type { KernelContext } from "../KernelContext.ts";
import { layerPrototype } from "../layerPrototype.ts";
import { isUnwatched } from "./isUnwatched.ts";
import { type KernelPlan, runPlan } from "./KernelPlan.ts";
import { recordPlan } from "./recordPlan.ts";
import { isSteady, type SteadyModel } from "./isSteady.ts";

/** So many shapes of inputs are remembered of a model: those of its batches, and of the rests of them. */
const SHAPES = 8;

/** What the models of tfjs-layers have, some of it in private fields. */
interface Model extends SteadyModel {
  readonly weights: readonly { read(): Variable }[];
  predictLoop: (
    this: Model,
    inputs: Tensor | Tensor[],
    batchSize?: number,
    verbose?: boolean,
  ) => Tensor | Tensor[];
}

/** What is known of a model: the plan for each shape, if there is one. */
interface Planned {
  readonly weights: Model["weights"];
  readonly plans: Map<string, KernelPlan | undefined>;
}

/**
 * Lets `predict` of a model of tfjs-layers be the kernels of its layers and nothing else, from the second time on that it is given a
 * shape: tfjs looks through the graph of its layers, and asks each one, at every call. That takes longer than small models do.
 *
 * Weights are read anew each time. What has other layers than {@link isSteady} knows, several inputs or outputs, or is computed for its
 * gradient, stays tfjs'.
 *
 * @returns a function that puts tfjs' own method back
 */
export function planPredictions(context: KernelContext): () => void {
  const prototype = layerPrototype("Model") as Model | undefined;
  if (!prototype) return () => {};
  const { predictLoop } = prototype;
  const known = new WeakMap<Model, Planned>();

  prototype.predictLoop = function predictPlanned(this: Model, inputs, batchSize = 32, verbose = false) {
    const [x, another] = [inputs].flat();
    const rows = x?.shape[0] ?? 0;
    if (!x || another || verbose || rows === 0 || !isUnwatched() || !context.active || !isSteady(this)) {
      return predictLoop.call(this, inputs, batchSize, verbose);
    }
    let planned = known.get(this);
    if (!planned) known.set(this, (planned = { weights: this.weights, plans: new Map() }));
    const { weights, plans } = planned;
    const compute = (part: Tensor): Tensor => {
      const key = `${part.dtype} ${part.shape.join()}`;
      const given = [part, ...weights.map((weight) => weight.read())];
      const plan = plans.get(key);
      if (plan) {
        const [output] = runPlan(context, plan, given).outputs;
        return engine().makeTensorFromTensorInfo(output as TensorInfo, context.backend);
      }
      const whole = () => predictLoop.call(this, part, part.shape[0]) as Tensor;
      if (plans.has(key) || plans.size >= SHAPES) return whole();
      const recording = recordPlan(given, () => [whole()] as const, false);
      plans.set(key, recording.plan?.assignments.length === 0 ? recording.plan : undefined);
      return recording.results[0];
    };
    if (rows <= batchSize) return tidy(() => compute(x));
    return tidy(() => {
      const rest = x.shape.slice(1);
      const parts: Tensor[] = [];
      for (let row = 0; row < rows; row += batchSize) {
        const count = Math.min(batchSize, rows - row);
        parts.push(tidy(() => compute(slice(x, [row, ...rest.map(() => 0)], [count, ...rest]))));
      }
      return concat(parts, 0);
    });
  };
  return () => {
    prototype.predictLoop = predictLoop;
  };
}
