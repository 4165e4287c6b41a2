import type { JSX } from "preact";
import { Term } from "../../glossary/Term.tsx";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { useOneTabStop } from "../../components/useOneTabStop.ts";
import { setParameters } from "../../state/route.ts";
import { cellText, type EvaluateView } from "./evaluateView.ts";
import { type Heat, heatOf } from "./heatOf.ts";
import { evaluateMessages } from "./messages.ts";

/** The confusion matrix as a heat map; each cell with images in it can be chosen, unless there are none to show. */
export function ConfusionTable({
  matrix,
  classNames,
  view,
  fixed = false,
}: ConfusionTableProps): JSX.Element {
  const t = evaluateMessages.value;
  const cells = useOneTabStop<HTMLTableSectionElement>();
  const switches = [
    { name: "percent", text: t.percent },
    { name: "mistakes", text: t.mistakesAlone },
  ] as const;
  const heat = heatOf(matrix, view.mistakes);
  const long = classNames.some((name) => name.length > 2);
  return (
    <section class="stack tight">
      <h2>
        <Term id="confusion-matrix">{t.confusion}</Term>
      </h2>
      <p class="quiet">{fixed ? t.confusionRows : t.confusionHint}</p>
      <div class="row">
        {switches.map(({ name, text }) => (
          <label key={name} class="row small">
            <input
              type="checkbox"
              checked={view[name]}
              onChange={({ currentTarget }) =>
                setParameters({ [name]: currentTarget.checked ? "1" : undefined })
              }
            />
            {text}
          </label>
        ))}
      </div>
      <div class="scrolling" tabIndex={0} role="region" aria-label={t.confusion}>
        <table class={long ? "confusion long" : "confusion"}>
          <thead>
            <tr>
              <th scope="col">
                <span class="hidden">
                  {t.actual} / {t.predicted}
                </span>
              </th>
              {classNames.map((name) => (
                <th key={name} scope="col">
                  <span>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...cells}>
            {matrix.map((row, actual) => (
              <ConfusionRow
                key={classNames[actual]}
                row={row}
                actual={actual}
                classNames={classNames}
                view={view}
                heat={heat}
                fixed={fixed}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface ConfusionTableProps {
  /** Counts `[actual][predicted]`. */
  readonly matrix: readonly (readonly number[])[];
  readonly classNames: readonly string[];
  readonly view: EvaluateView;
  /** Whether its cells cannot be chosen. */
  readonly fixed?: boolean;
}

function ConfusionRow({
  row,
  actual,
  classNames,
  view,
  heat: heatAt,
  fixed,
}: ConfusionRowProps): JSX.Element {
  const t = evaluateMessages.value;
  const total = row.reduce((sum, count) => sum + count, 0);
  const name = classNames[actual] ?? "";
  return (
    <tr>
      <th scope="row">{name}</th>
      {row.map((count, predicted) => {
        if (count === 0)
          return (
            <td key={predicted} class="none">
              ·
            </td>
          );
        const share = count / total;
        const chosen = view.cell?.actual === actual && view.cell.predicted === predicted;
        const cell = cellText({ actual, predicted });
        const text = view.percent ? percentText(share) : numberText(count);
        const heat = { "--heat-share": `${heatAt(actual, predicted) * 100}%` };
        if (fixed) {
          return (
            <td key={predicted} class="heat" style={heat}>
              {text}
            </td>
          );
        }
        return (
          <td key={predicted}>
            <button
              type="button"
              data-cell={cell}
              aria-pressed={chosen}
              aria-label={t.cell(name, classNames[predicted] ?? "", numberText(count))}
              class="heat"
              style={heat}
              onClick={() => setParameters({ cell: chosen ? undefined : cell })}
            >
              {text}
            </button>
          </td>
        );
      })}
    </tr>
  );
}

interface ConfusionRowProps {
  readonly row: readonly number[];
  readonly actual: number;
  readonly classNames: readonly string[];
  readonly view: EvaluateView;
  /** How much colour a cell has, 0 to 1. */
  readonly heat: Heat;
  readonly fixed: boolean;
}
