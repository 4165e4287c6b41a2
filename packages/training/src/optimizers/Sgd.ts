import { dispose, MomentumOptimizer, mul, type Tensor } from "@tensorflow/tfjs-core";
import { decayedStep } from "./decayedStep.ts";
import { type NamedGradient, namedGradients } from "./namedGradients.ts";

/** As the optimizers of tfjs take them. */
type Gradients = Parameters<MomentumOptimizer["applyGradients"]>[0];

/** Weights that learn otherwise than the others. */
export interface WeightGroup {
  /** Fits the names of the weights, `<layer>/<weight>`, e.g. `/^norm\d+\/beta/`. Behind them tfjs may have put a number. */
  readonly weights: RegExp;
  /**
   * What the learning rate is multiplied by, also as a function of the steps before; 0 leaves the weights as they are, decay included.
   *
   * @default 1
   */
  readonly learningRate?: number | ((step: number) => number) | undefined;
  /**
   * In place of the weight decay of the others; as theirs, it is multiplied by the learning rate of the optimizer, not by that of the group.
   *
   * @default that of the others
   */
  readonly weightDecay?: number | undefined;
}

/** Gradient descent with momentum, decoupled weight decay, and groups of weights. */
export class Sgd extends MomentumOptimizer {
  static override get className(): string {
    return "Sgd";
  }

  readonly #weightDecay: number;
  readonly #groups: readonly WeightGroup[];
  readonly #groupOf = new Map<string, WeightGroup | undefined>();

  constructor(
    learningRate: number,
    momentum: number,
    nesterov: boolean,
    weightDecay: number,
    groups: readonly WeightGroup[],
  ) {
    super(learningRate, momentum, nesterov);
    this.#weightDecay = weightDecay;
    this.#groups = groups;
  }

  override applyGradients(gradients: Gradients): void {
    const scaled: Tensor[] = [];
    const named = namedGradients(gradients).map(({ name, tensor }): NamedGradient => {
      const factor = this.#factorOf(name);
      // A gradient that is not there leaves weights and momentum alone.
      if (tensor === null || factor === 0) return { name, tensor: null };
      if (factor === 1) return { name, tensor };
      // Momentum is linear: a larger gradient is a higher rate.
      const product = mul(tensor, factor);
      scaled.push(product);
      return { name, tensor: product };
    });
    decayedStep(
      this,
      named,
      (name) => this.learningRate * (this.#group(name)?.weightDecay ?? this.#weightDecay),
      () => super.applyGradients(named as unknown as Gradients),
    );
    dispose(scaled);
  }

  /** tfjs' momentum leaves the tensor of its rate behind. */
  override dispose(): void {
    super.dispose();
    this.c.dispose();
  }

  #group(name: string): WeightGroup | undefined {
    if (!this.#groupOf.has(name)) {
      this.#groupOf.set(
        name,
        this.#groups.find(({ weights }) => weights.test(name)),
      );
    }
    return this.#groupOf.get(name);
  }

  #factorOf(name: string): number {
    const factor = this.#group(name)?.learningRate ?? 1;
    return typeof factor === "number" ? factor : factor(this.iterations);
  }
}
