/** How far an entry is. */
export type OutcomeStatus = "waiting" | "running" | "interrupted" | "failed" | "done";

/** What came of an entry. */
export interface SweepOutcome {
  readonly index: number;
  /** As the plan has it; another one is somebody else's. */
  readonly hash: string;
  readonly status: OutcomeStatus;
  /** The epochs that were trained. */
  readonly epochs?: number | undefined;
  /** Final figures by their names, such as `valAccuracy` or `testLoss`; no times, which differ between machines. */
  readonly metrics?: Readonly<Record<string, number>> | undefined;
  /** Why it failed. */
  readonly failure?: SweepFailure | undefined;
}

/** Why an entry failed. */
export interface SweepFailure {
  /** A stable code, such as `NAN_LOSS`. */
  readonly code: string;
  readonly message: string;
}
