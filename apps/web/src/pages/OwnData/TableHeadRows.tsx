import type { JSX } from "preact";
import type { TableHead } from "../../worker/commands/readOwnTable.ts";
import { ownDataMessages } from "./messages.ts";

/** The first rows of a table; the column to predict stands out. */
export function TableHeadRows({ head, target }: TableHeadRowsProps): JSX.Element {
  const { columns, rows } = head;
  const className = (column: string | undefined): string | undefined =>
    column === target ? "target" : undefined;
  return (
    <div class="scrolling" tabIndex={0} role="region" aria-label={ownDataMessages.value.table}>
      <table class="small">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" class={className(column)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={columns[at]} class={className(columns[at])}>
                  {cell ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TableHeadRowsProps {
  readonly head: TableHead;
  readonly target: string;
}
