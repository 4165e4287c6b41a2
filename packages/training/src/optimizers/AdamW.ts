import { AdamOptimizer } from "@tensorflow/tfjs-core";
import { decayedStep } from "./decayedStep.ts";
import { namedGradients } from "./namedGradients.ts";

/** Adam with decoupled weight decay, as Keras' `AdamW`: weights lose their share, then Adam moves them. */
export class AdamW extends AdamOptimizer {
  static override get className(): string {
    return "AdamW";
  }

  readonly #weightDecay: number;

  constructor(learningRate: number, beta1: number, beta2: number, epsilon: number, weightDecay: number) {
    super(learningRate, beta1, beta2, epsilon);
    this.#weightDecay = weightDecay;
  }

  override applyGradients(gradients: Parameters<AdamOptimizer["applyGradients"]>[0]): void {
    const share = this.learningRate * this.#weightDecay;
    decayedStep(
      this,
      namedGradients(gradients),
      () => share,
      () => super.applyGradients(gradients),
    );
  }
}
