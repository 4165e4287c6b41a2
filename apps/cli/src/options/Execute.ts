import type { Output } from "../Output.ts";
import type { CommonOptions, Session } from "../Session.ts";

/** Runs the action of a command with the session that its options make, and prints what comes out. */
export type Execute = (
  options: CommonOptions,
  action: (session: Session) => Promise<Output>,
) => Promise<void>;
