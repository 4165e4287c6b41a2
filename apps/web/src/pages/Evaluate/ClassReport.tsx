import type { ClassificationReport } from "@minibatch/training";
import type { JSX } from "preact";
import { NumberTable } from "../../components/NumberTable.tsx";
import { Term } from "../../glossary/Term.tsx";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { evaluateMessages } from "./messages.ts";

/** Precision, recall and F1 of each class. */
export function ClassReport({ report }: { readonly report: ClassificationReport }): JSX.Element {
  const t = evaluateMessages.value;
  const rows = [...report.classes, { ...report.macroAverage, label: t.average }];
  return (
    <section class="stack tight">
      <h2>{t.perClass}</h2>
      <NumberTable
        class="report"
        label={t.perClass}
        of={t.className}
        columns={[
          <Term id="precision">{t.precision}</Term>,
          <Term id="recall">{t.recall}</Term>,
          <Term id="f1">{t.f1}</Term>,
          t.support,
        ]}
        rows={rows.map(({ label, precision, recall, f1, support }) => ({
          key: label,
          name: label,
          numbers: [...[precision, recall, f1].map((share) => percentText(share)), numberText(support)],
        }))}
      />
    </section>
  );
}
