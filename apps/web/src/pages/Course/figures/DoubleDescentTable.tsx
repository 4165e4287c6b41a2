import type { JSX } from "preact";
import { numberText, percentText } from "../../../i18n/numberText.ts";
import type { DescentSize } from "../../../worker/descent/descentCurve.ts";
import { doubleDescentMessages } from "./doubleDescentMessages.ts";

/** The three places of the curve that make it a double one: its first valley, its peak and its end. */
export function DoubleDescentTable({ samples, sizes }: DoubleDescentTableProps): JSX.Element {
  const t = doubleDescentMessages.value;
  const fewer = sizes.filter(({ units }) => units < samples);
  const best = fewer.toSorted((a, b) => a.unseen - b.unseen)[0];
  const rows = [
    { name: t.fewer, place: "fewer", size: best },
    { name: t.same, place: "same", size: sizes.find(({ units }) => units === samples) },
    { name: t.most, place: "most", size: sizes.at(-1) },
  ];
  return (
    <table class="double-descent">
      <thead>
        <tr>
          <td />
          <th scope="col" class="number">
            {t.units}
          </th>
          <th scope="col" class="number">
            {t.others}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(
          ({ name, place, size }) =>
            size && (
              <tr key={place} data-place={place}>
                <th scope="row">{name}</th>
                <td class="number">{numberText(size.units)}</td>
                <td class="number">{percentText(size.unseen)}</td>
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}

interface DoubleDescentTableProps {
  /** How many pictures were learned from. */
  readonly samples: number;
  readonly sizes: readonly DescentSize[];
}
