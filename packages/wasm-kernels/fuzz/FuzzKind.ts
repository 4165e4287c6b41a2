import type { Observation } from "./Observation.ts";

/** A kind of thing that the fuzz makes, runs and, where it fails, makes smaller. */
export interface FuzzKind<Case> {
  /** The same for the same seed. */
  make(seed: number): Case;
  /**
   * Runs it on the backend that runs, and disposes of everything.
   *
   * @param disturbance how much the numbers that it begins with are moved, as a part of each
   */
  run(made: Case, disturbance?: number): Observation[] | Promise<Observation[]>;
  /** What is left of it with a part less, the smallest first. */
  smaller(made: Case): Case[];
  /** A line for each step. */
  describe(made: Case): string[];
  /** What results may differ by, as a part of the largest. */
  readonly tolerance: number;
}
