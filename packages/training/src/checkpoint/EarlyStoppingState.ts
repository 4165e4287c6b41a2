/** What early stopping has seen, as JSON. */
export interface EarlyStoppingState {
  /** The best value of the monitored column; null before there was one. */
  readonly best: number | null;
  /** The epoch it belongs to, counted from 1; 0 before there was one. */
  readonly bestEpoch: number;
  /** How many epochs in a row brought nothing better. */
  readonly wait: number;
}
