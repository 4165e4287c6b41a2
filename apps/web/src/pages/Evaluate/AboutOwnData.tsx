import "./aboutOwnData.css";
import type { JSX } from "preact";
import { NumberTable } from "../../components/NumberTable.tsx";
import { numberText } from "../../i18n/numberText.ts";
import type { OwnData, OwnPictures, OwnTable } from "../../storage/ownRun.ts";
import { ownMessages } from "./ownMessages.ts";
import { ownReasons } from "./ownReasons.ts";

/** Files that were left out beyond so many are only counted. */
const most = 100;

/** What is in data of one's own, and what was left out and why. */
export function AboutOwnData({ data }: { readonly data: OwnData }): JSX.Element {
  return data.kind === "table" ? <Columns {...data} /> : <Pictures {...data} />;
}

function Columns({ columns, target }: OwnTable): JSX.Element {
  const t = ownMessages.value;
  const { reason, kind: kindText } = ownReasons.value;
  return (
    <section class="stack tight about-own-data">
      <h2>{t.columns}</h2>
      <div class="scrolling" tabIndex={0} role="region" aria-label={t.columns}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.column}</th>
              <th scope="col">{t.kind}</th>
              <th scope="col">{t.usedAs}</th>
              <th scope="col" class="number">
                {t.missing}
              </th>
              <th scope="col" class="number">
                {t.distinct}
              </th>
              <th scope="col">{t.note}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ name, kind, missing, distinct, leftOut, note }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{kindText(kind)}</td>
                <td>{name === target ? t.target : leftOut === undefined ? t.input : t.leftOut}</td>
                <td class="number">{numberText(missing)}</td>
                <td class="number">{numberText(distinct)}</td>
                <td class="note">{leftOut === undefined ? note : reason(kind, leftOut)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Pictures({ counts, leftOut }: OwnPictures): JSX.Element {
  const t = ownMessages.value;
  const { reason: reasonText } = ownReasons.value;
  const more = leftOut.length - most;
  return (
    <section class="stack tight about-own-data">
      <h2>{t.pictures}</h2>
      <NumberTable
        label={t.pictures}
        of={t.className}
        columns={[t.train, t.validation, t.test]}
        rows={counts.map(({ className, train, validation, test }) => ({
          key: className,
          name: className,
          numbers: [train, validation, test].map((count) => numberText(count)),
        }))}
      />
      {leftOut.length > 0 && (
        <>
          <h3>{t.leftOutFiles(numberText(leftOut.length))}</h3>
          <ul class="plain small">
            {leftOut.slice(0, most).map(({ file, reason, message }) => (
              <li key={file}>{t.fileLeftOut(file, reasonText(reason, message))}</li>
            ))}
            {more > 0 && <li>{t.moreFiles(numberText(more))}</li>}
          </ul>
        </>
      )}
    </section>
  );
}
