import type { JSX } from "preact";
import { chineseDatasets } from "../../i18n/chineseDatasets.ts";
import { language } from "../../i18n/language.ts";
import { numberText } from "../../i18n/numberText.ts";
import type { DatasetEntry } from "../../worker/commands/listDatasets.ts";
import { dataMessages } from "./messages.ts";

/** The card of a dataset. */
export function AboutDataset({ entry }: { readonly entry: DatasetEntry }): JSX.Element {
  const t = dataMessages.value;
  const { size, inputShape, citation, homepage } = entry;
  const { license, note } = { ...entry, ...(language.value === "zh" && chineseDatasets[entry.name]) };
  const facts = [
    [t.size, t.sizeText(numberText(size.train), numberText(size.test))],
    [t.shape, inputShape.join(" × ")],
    [t.licence, license],
    ...(note === undefined ? [] : [[t.care, note]]),
  ];
  return (
    <section class="stack tight">
      <h2>{t.about}</h2>
      <dl class="facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>{t.source}</dt>
          <dd lang="en">{citation}</dd>
        </div>
        <div>
          <dt>{t.homepage}</dt>
          <dd>
            <a href={homepage} rel="noreferrer">
              {homepage}
            </a>
          </dd>
        </div>
      </dl>
    </section>
  );
}
