import type { JSX } from "preact";

/** A row of a table of values: what it is of, then a text for each column. */
export function ValueRow({ name, values }: ValueRowProps): JSX.Element {
  return (
    <tr>
      <th scope="row">{name}</th>
      {values.map((value, column) => (
        <td key={column} class="number">
          {value}
        </td>
      ))}
    </tr>
  );
}

interface ValueRowProps {
  readonly name: string;
  readonly values: readonly string[];
}
