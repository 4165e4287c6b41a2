import type { JSX } from "preact";
import type { Samples } from "@minibatch/datasets";
import { classNamesText, featureNamesText } from "../../i18n/classNamesText.ts";
import { numberText } from "../../i18n/numberText.ts";
import type { DatasetEntry } from "../../worker/commands/listDatasets.ts";
import { dataMessages } from "./messages.ts";

/** Rows of a table with their targets, values or classes. */
export function SampleTable({ rows, data, entry }: SampleTableProps): JSX.Element {
  const t = dataMessages.value;
  const { featureNames = [] } = entry;
  const classNames = classNamesText(entry.name, entry.classNames);
  const shownFeatures = featureNamesText(entry.name, featureNames);
  const columns = featureNames.length;
  return (
    <div class="scrolling" tabIndex={0} role="region" aria-label={t.rows}>
      <table class="small">
        <thead>
          <tr>
            {featureNames.map((name, column) => (
              <th key={name} scope="col" class="number">
                {shownFeatures[column]}
              </th>
            ))}
            <th scope="col" class="number">
              {classNames.length > 0 ? t.class : t.target}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row}>
              {featureNames.map((name, column) => (
                <td key={name} class="number">
                  {numberText(data.x.data[index * columns + column] ?? 0)}
                </td>
              ))}
              <td class="number">
                <strong>{classNames[data.y.data[index] ?? 0] ?? numberText(data.y.data[index] ?? 0)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SampleTableProps {
  /** The rows that `data` holds. */
  readonly rows: readonly number[];
  readonly data: Samples;
  readonly entry: DatasetEntry;
}
