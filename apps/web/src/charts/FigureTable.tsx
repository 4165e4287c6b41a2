import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { numberText } from "../i18n/numberText.ts";
import { figureMessages } from "./messages.ts";

/** The values of a figure. */
export interface TableOfFigure {
  /** Of the columns; the first names the rows. */
  readonly columns: readonly string[];
  /** Texts of the rows; made when they are looked at. */
  readonly rows: () => readonly (readonly string[])[];
}

/** So many rows are shown; a page with more would be slow. */
const most = 500;

/** The values of a figure one click behind it; no row is made before. */
export function FigureTable({ title, table: { columns, rows } }: FigureTableProps): JSX.Element {
  const t = figureMessages.value;
  const isOpen = useSignal(false);
  const all = isOpen.value ? rows() : [];
  return (
    <details class="figure-table" onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
      <summary>
        {t.asTable}
        <span class="hidden">: {title}</span>
      </summary>
      {all.length > most && <p class="quiet small">{t.lastRows(numberText(most))}</p>}
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
            {all.slice(-most).map(([head, ...values], row) => (
              <tr key={row}>
                <th scope="row">{head}</th>
                {values.map((value, column) => (
                  <td key={column} class="number">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

interface FigureTableProps {
  readonly title: string;
  readonly table: TableOfFigure;
}
