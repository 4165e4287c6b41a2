import type { DataRecord } from "../run/DataRecord.ts";
import type { RunContents } from "../run/RunContents.ts";

/** What the report is made of: the other files of a run folder. */
export type ReportSources = RunContents & {
  readonly versions: Readonly<Record<string, string>>;
  /** What is in the data, where they are one's own. */
  readonly data?: DataRecord | undefined;
};
