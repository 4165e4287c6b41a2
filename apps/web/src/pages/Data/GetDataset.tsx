import type { JSX } from "preact";
import type { DatasetEntry } from "../../worker/commands/listDatasets.ts";
import { dataMessages } from "./messages.ts";

/** How to have a dataset that is not here. */
export function GetDataset({ entry }: { readonly entry: DatasetEntry }): JSX.Element {
  const t = dataMessages.value;
  return (
    <section class="stack tight">
      <h2>{t.getTitle(entry.title)}</h2>
      <p>{t.getText}</p>
      {/* On a phone it is longer than the line: the arrow keys move it too. */}
      <pre tabIndex={0}>
        <code>{`npm run -s minibatch -- datasets fetch ${entry.name}\nnpm run web`}</code>
      </pre>
      <p class="quiet">{t.getStatic}</p>
    </section>
  );
}
