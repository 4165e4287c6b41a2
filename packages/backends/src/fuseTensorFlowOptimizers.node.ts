import * as tf from "@tensorflow/tfjs-core";
import type { TensorFlowBackend } from "./TensorFlowBackend.node.ts";
import { tensorFlowVariables } from "./tensorFlowVariables.node.ts";

type Accumulators = readonly ({ readonly variable: tf.Variable } | undefined)[];

/** An optimizer of tfjs as an operation of TensorFlow. `state` has its private fields. */
interface Fusion<State> {
  readonly type: { readonly prototype: tf.Optimizer };
  readonly operation: string;
  readonly flags: readonly string[];
  readonly covers: (state: State) => boolean;
  readonly accumulators: (state: State) => readonly Accumulators[];
  /** The settings in the order of the operation, before the gradient. */
  readonly settings: (state: State) => readonly number[];
  readonly finish: (state: State) => void;
}

interface RmsProp {
  readonly learningRate: number;
  readonly decay: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly centered: boolean;
  readonly accumulatedMeanSquares: Accumulators;
  readonly accumulatedMoments: Accumulators;
}

const rmsProp: Fusion<RmsProp> = {
  type: tf.RMSPropOptimizer,
  operation: "ResourceApplyRMSProp",
  flags: ["use_locking"],
  covers: ({ centered }) => !centered,
  accumulators: ({ accumulatedMeanSquares, accumulatedMoments }) => [
    accumulatedMeanSquares,
    accumulatedMoments,
  ],
  settings: ({ learningRate, decay, momentum, epsilon }) => [learningRate, decay, momentum, epsilon],
  finish: () => undefined,
};

interface Adam {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly accBeta1: tf.Variable;
  readonly accBeta2: tf.Variable;
  readonly accumulatedFirstMoment: Accumulators;
  readonly accumulatedSecondMoment: Accumulators;
}

const adam: Fusion<Adam> = {
  type: tf.AdamOptimizer,
  operation: "ResourceApplyAdam",
  flags: ["use_locking", "use_nesterov"],
  covers: () => true,
  accumulators: ({ accumulatedFirstMoment, accumulatedSecondMoment }) => [
    accumulatedFirstMoment,
    accumulatedSecondMoment,
  ],
  settings({ accBeta1, accBeta2, learningRate, beta1, beta2, epsilon }) {
    const [power1 = 0] = accBeta1.dataSync();
    const [power2 = 0] = accBeta2.dataSync();
    // TensorFlow adds epsilon before it corrects the second moment, tfjs after.
    return [power1, power2, learningRate, beta1, beta2, epsilon * Math.sqrt(1 - power2)];
  },
  finish({ accBeta1, accBeta2, beta1, beta2 }) {
    tf.tidy(() => {
      accBeta1.assign(tf.mul(accBeta1, beta1));
      accBeta2.assign(tf.mul(accBeta2, beta2));
    });
  },
};

const fused = new WeakSet<object>();

/**
 * Makes RMSProp and Adam one operation of TensorFlow for each variable, where tfjs runs nine to twelve. Their objects,
 * settings and weights stay what they are: the first step, which makes the accumulators, and every step on another
 * backend remain tfjs' own.
 */
export function fuseTensorFlowOptimizers(backend: TensorFlowBackend): void {
  if (fused.has(backend)) return;
  fused.add(backend);
  const apply = tensorFlowVariables(backend);
  fuse(backend, apply, rmsProp);
  fuse(backend, apply, adam);
}

function fuse<State>(
  backend: TensorFlowBackend,
  apply: ReturnType<typeof tensorFlowVariables>,
  { type, operation, flags, covers, accumulators, settings, finish }: Fusion<State>,
): void {
  const { prototype } = type;
  const original = Object.getOwnPropertyDescriptor(prototype, "applyGradients")
    ?.value as tf.Optimizer["applyGradients"];

  prototype.applyGradients = function applyGradients(this: tf.Optimizer, gradients) {
    const state = this as unknown as State;
    const named = Array.isArray(gradients)
      ? gradients
      : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
    const updates = named.map(({ name, tensor }, index) => ({
      gradient: tensor as tf.Tensor | null,
      variables: [
        tf.engine().registeredVariables[name],
        ...accumulators(state).map((column) => column[index]?.variable),
      ],
    }));
    const fits = updates.every(({ gradient, variables }) =>
      variables.every((variable) => gradient !== null && fitsTogether(variable, gradient)),
    );
    if ((tf.backend() as unknown) !== backend || !covers(state) || !fits) {
      original.call(this, gradients);
      return;
    }
    tf.tidy(() => {
      const scalars = backend.getInputTensorIds(settings(state).map((value) => tf.scalar(value)));
      for (const { gradient, variables } of updates) {
        const slope = backend.getInputTensorIds([gradient as tf.Tensor]);
        const own = (variables as tf.Variable[]).map((variable) => withOwnValues(backend, variable));
        apply(operation, own, [...scalars, ...slope], flags);
      }
    });
    finish(state);
    (this as unknown as { incrementIterations(): void }).incrementIterations();
  };
}

function fitsTogether(variable: tf.Variable | undefined, gradient: tf.Tensor): boolean {
  return (
    variable !== undefined &&
    variable.dtype === "float32" &&
    gradient.dtype === "float32" &&
    gradient.size === variable.size
  );
}

/** Values that something else in tfjs holds too, such as a clone, must stay: the variable gets a copy. */
function withOwnValues(backend: TensorFlowBackend, variable: tf.Variable): tf.Variable {
  if (backend.tensorMap.get(variable.dataId).refCount > 1) variable.assign(tf.mul(variable, 1));
  return variable;
}
