/** Arguments of an optimizer beside its learning rate; each one takes its own only. */
export interface OptimizerOptions {
  /**
   * Of `sgd`, `momentum` and `rmsprop`: how much of the last step goes on.
   *
   * @default 0.9 for momentum, 0 for the others
   */
  readonly momentum?: number | undefined;
  /**
   * Of `sgd` and `momentum`: whether the gradient is taken ahead, after Nesterov; it needs a momentum.
   *
   * @default false
   */
  readonly nesterov?: boolean | undefined;
  /**
   * Of `rmsprop` and `adadelta`: how slowly the mean of squared gradients forgets.
   *
   * @default 0.9 for rmsprop, 0.95 for adadelta
   */
  readonly rho?: number | undefined;
  /**
   * Of `adam` and `adamw`: how slowly the mean of gradients forgets.
   *
   * @default 0.9
   */
  readonly beta1?: number | undefined;
  /**
   * Of `adam` and `adamw`: how slowly the mean of squared gradients forgets.
   *
   * @default 0.999
   */
  readonly beta2?: number | undefined;
  /**
   * Of `rmsprop`, `adam`, `adamw` and `adadelta`: keeps the divisor from 0.
   *
   * @default 1e-7, or 1e-4 where the backend computes in 16 bits
   */
  readonly epsilon?: number | undefined;
  /**
   * Of `rmsprop`: whether squared gradients are counted from their mean.
   *
   * @default false
   */
  readonly centered?: boolean | undefined;
  /**
   * Of `sgd`, `momentum` and `adamw`: what share of itself, times the learning rate, each weight loses at each step.
   *
   * @default 0.004 for adamw, 0 for the others
   */
  readonly weightDecay?: number | undefined;
}
