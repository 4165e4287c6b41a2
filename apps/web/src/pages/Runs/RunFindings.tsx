import type { JSX } from "preact";
import { datasetList } from "../../state/datasetList.ts";
import { recipeCard } from "../../state/recipeCards.ts";
import type { StoredRun } from "../../storage/runs.ts";
import { findingMessages } from "./findingMessages.ts";
import { findingText } from "./findingText.ts";
import { runFindings } from "./runFindings.ts";

/** What a run shows that one should know, and what to try; nothing where all is well. */
export function RunFindings({ run, title }: RunFindingsProps): JSX.Element | null {
  const t = findingMessages.value;
  const findings = runFindings(run, recipeCard(run.recipe));
  if (findings.length === 0) return null;
  const { classNames = run.result?.classNames } =
    datasetList.value.find(({ name }) => name === run.dataset && !run.own) ?? {};
  const failed = findings.some(({ kind }) => kind === "asGuessing");
  return (
    <section class="stack tight diagnosis" role="status">
      <h3>{title ?? (failed ? t.learnedNothing : t.shows)}</h3>
      {findings.map((finding) => (
        <p key={finding.kind}>{findingText(finding, classNames)}</p>
      ))}
    </section>
  );
}

interface RunFindingsProps {
  readonly run: StoredRun;
  /** Its name, where several are side by side. */
  readonly title?: string;
}
