import type { RunContents } from "../run/RunContents.ts";

/** What the report is made of: the other files of a run folder. */
export type ReportSources = RunContents & { readonly versions: Readonly<Record<string, string>> };
