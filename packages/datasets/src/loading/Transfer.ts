/** How patient downloads are. */
export interface Transfer {
  /** How often the mirrors are gone through before giving up. */
  readonly rounds: number;
  /** The pause before the second round; it doubles with each further one. */
  readonly backoffMs: number;
  /** How long a server may stay silent, before its answer and in the middle of it. */
  readonly stallMs: number;
}

/** Three rounds within seconds, and half a minute for a server that says nothing. */
export const patientTransfer: Transfer = { rounds: 3, backoffMs: 1000, stallMs: 30_000 };
