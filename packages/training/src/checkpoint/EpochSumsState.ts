/** What loss and metrics need of the batches of an epoch so far, as JSON. */
export interface EpochSumsState {
  /** The rows that were added. */
  readonly weight: number;
  /** For the loss and each metric the sums behind its value; a single number in checkpoints of before some had several. */
  readonly sums: Readonly<Record<string, number | readonly number[]>>;
}
