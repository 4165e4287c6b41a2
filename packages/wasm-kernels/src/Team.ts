/** The threads that compute. */
export interface Team {
  /** How many compute now, the calling one counted. */
  readonly threads: number;
  /** Why there are fewer than were wanted; empty where there are as many. */
  readonly missing: string;
  /** Ends those that help. */
  stop(): void;
}
