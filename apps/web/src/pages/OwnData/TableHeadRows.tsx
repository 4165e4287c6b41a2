import type { JSX } from "preact";
import type { TableHead } from "../../worker/commands/readOwnTable.ts";
import { ownMessages } from "../Evaluate/ownMessages.ts";
import { ownReasons } from "../Evaluate/ownReasons.ts";
import { ownDataMessages } from "./messages.ts";

/** Kinds of columns that are no inputs. */
const leftOut: ReadonlySet<string> = new Set(["id", "text", "constant"]);

/** The first rows of a table, and what each column holds; the column to predict stands out. */
export function TableHeadRows({ head, target }: TableHeadRowsProps): JSX.Element {
  const { columns, kinds, rows } = head;
  const kindText = ownReasons.value.kind;
  const className = (column: string | undefined): string | undefined =>
    column === target ? "target" : undefined;
  return (
    <div class="scrolling" tabIndex={0} role="region" aria-label={ownDataMessages.value.table}>
      <table class="small head-rows">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" class={className(column)}>
                {column}
              </th>
            ))}
          </tr>
          <tr class="kinds-of-columns">
            {kinds.map((kind, at) => (
              <td key={columns[at]}>
                {kindText(kind)}
                {leftOut.has(kind) && `, ${ownMessages.value.leftOut}`}
              </td>
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
