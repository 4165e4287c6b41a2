/** A test sample of one's own data, and what the network made of it. */
export interface TestedRow {
  /** Of a picture its path on the page, of a row of a table its number from 1. */
  readonly name: string;
  /** The number of its class; of values the value. */
  readonly actual: number;
  readonly predicted: number;
  /** How sure the network was of its class, 0 to 1; none of values. */
  readonly probability?: number;
}
