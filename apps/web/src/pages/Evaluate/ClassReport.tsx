import type { ClassificationReport } from "@minibatch/training";
import type { JSX } from "preact";
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
      <div class="scrolling" tabIndex={0} role="region" aria-label={t.perClass}>
        <table class="report">
          <thead>
            <tr>
              <th scope="col">{t.className}</th>
              {(
                [
                  [t.precision, "precision"],
                  [t.recall, "recall"],
                  [t.f1, "f1"],
                ] as const
              ).map(([name, term]) => (
                <th key={term} scope="col" class="number">
                  <Term id={term}>{name}</Term>
                </th>
              ))}
              <th scope="col" class="number">
                {t.support}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, precision, recall, f1, support }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {[precision, recall, f1].map((share, index) => (
                  <td key={index} class="number">
                    {percentText(share)}
                  </td>
                ))}
                <td class="number">{numberText(support)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
