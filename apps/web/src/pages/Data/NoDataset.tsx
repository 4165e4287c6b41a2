import type { JSX } from "preact";
import { datasetTitleText } from "../../i18n/datasetTitleText.ts";
import { datasetList } from "../../state/datasetList.ts";
import { hrefOf } from "../../state/route.ts";
import { dataMessages } from "./messages.ts";

/** What an address shows that names no dataset: those that there are. */
export function NoDataset({ name }: { readonly name: string }): JSX.Element {
  const t = dataMessages.value;
  return (
    <section class="stack tight" role="alert">
      <h2>{t.noDataset(name)}</h2>
      <p>{t.noDatasetHint}</p>
      <ul>
        {datasetList.value.map((dataset) => (
          <li key={dataset.name}>
            <a href={hrefOf("data", { dataset: dataset.name })}>{datasetTitleText(dataset)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
