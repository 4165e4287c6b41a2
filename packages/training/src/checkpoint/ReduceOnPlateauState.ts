/** What `reduceOnPlateau` has seen, as JSON. */
export interface ReduceOnPlateauState {
  readonly learningRate: number;
  /** The best value of the monitored column; null before there was one. */
  readonly best: number | null;
  /** How many epochs in a row brought nothing better. */
  readonly wait: number;
  /** How many epochs are still not counted. */
  readonly cooldown: number;
}
