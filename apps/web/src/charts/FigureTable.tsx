import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { numberText } from "../i18n/numberText.ts";
import { figureMessages } from "./messages.ts";
import { ValueRow } from "./ValueRow.tsx";

/** The values of a figure. */
export interface TableOfFigure {
  /** Of the columns; the first names the rows. */
  readonly columns: readonly string[];
  /** Texts of the rows; made when they are looked at. */
  readonly rows: () => readonly (readonly string[])[];
}

/** So many rows are shown, the last ones; a page with more would be slow. */
export const mostRows = 500;

/** The values of a figure one click behind it; no row is made before. */
export function FigureTable({
  title,
  summary,
  note,
  table: { columns, rows },
}: FigureTableProps): JSX.Element {
  const t = figureMessages.value;
  const isOpen = useSignal(false);
  const all = isOpen.value ? rows() : [];
  const said = note ?? (all.length > mostRows ? t.lastRows(numberText(mostRows)) : undefined);
  return (
    <details class="figure-table" onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
      <summary>
        {summary ?? (
          <>
            {t.asTable}
            <span class="hidden">: {title}</span>
          </>
        )}
      </summary>
      {said !== undefined && <p class="quiet small">{said}</p>}
      <div class="scrolling" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              {columns.map((name, index) => (
                <th key={index} scope="col" class={index > 0 ? "number" : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all.slice(-mostRows).map(([name = "", ...values], row) => (
              <ValueRow key={row} name={name} values={values} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

interface FigureTableProps {
  readonly title: string;
  /** What is clicked to see it. @default "As a table" */
  readonly summary?: string;
  /** What is said above it. @default that not all rows are shown, where that is so */
  readonly note?: string | undefined;
  readonly table: TableOfFigure;
}
