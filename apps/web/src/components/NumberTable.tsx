import type { ComponentChildren, JSX } from "preact";

/** A row of numbers, written out, and what they are of. */
export interface NumberRow {
  /** Tells it from the other rows; its name where that is a text. */
  readonly key: string | number;
  readonly name: ComponentChildren;
  readonly numbers: readonly string[];
}

interface Props {
  /** What the table shows, for those who do not see it. */
  readonly label: string;
  /** What the names of the rows are. */
  readonly of: string;
  /** The headings of the numbers. */
  readonly columns: readonly ComponentChildren[];
  readonly rows: readonly NumberRow[];
  readonly class?: string;
}

/** A table of numbers, each row with its name; where it is wider than its place it scrolls, by keys too. */
export function NumberTable({ label, of, columns, rows, class: className }: Props): JSX.Element {
  return (
    <div class="scrolling" tabIndex={0} role="region" aria-label={label}>
      <table class={className}>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {columns.map((column, index) => (
              <th key={index} scope="col" class="number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, numbers }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {numbers.map((number, index) => (
                <td key={index} class="number">
                  {number}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
