import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { datasetTitleText } from "../../i18n/datasetTitleText.ts";
import { FileButton } from "../../components/FileButton.tsx";
import { failureText } from "../../i18n/failureText.ts";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { download, type Getting, getting, giveFiles, stopDownload } from "../../state/getDataset.ts";
import { mirrorsForPages } from "../../worker/mirrorsForPages.ts";
import type { DatasetEntry } from "../../worker/commands/listDatasets.ts";
import { dataMessages } from "./messages.ts";

/** How to have a dataset that is not here: files of one's own, the mirrors of its authors, or the command. */
export function GetDataset({ entry }: { readonly entry: DatasetEntry }): JSX.Element {
  const t = dataMessages.value;
  const { name, files } = entry;
  const title = datasetTitleText(entry);
  const [first] = mirrorsForPages(entry.mirrors);
  const hosts = [...new Set(mirrorsForPages(entry.mirrors).map(({ url }) => new URL(url).host))];
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const isOver = useSignal(false);
  const current = getting.value?.name === name ? getting.value : undefined;
  const isBusy = current?.status === "reading" || current?.status === "downloading";
  return (
    <section class="stack">
      <h2>{t.getTitle(title)}</h2>
      <div
        class={isOver.value ? "drop-target over" : "drop-target"}
        onDragOver={(event) => {
          event.preventDefault();
          isOver.value = true;
        }}
        onDragLeave={() => (isOver.value = false)}
        onDrop={(event) => {
          event.preventDefault();
          isOver.value = false;
          if (!isBusy) void giveFiles(name, [...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <p>{t.dropFiles(numberText(files.length))}</p>
        <ul class="plain">
          {files.map((file) => (
            <li key={file.name}>
              {first ? <a href={(file.mirrors?.[0] ?? first).url + file.name}>{file.name}</a> : file.name}{" "}
              <span class="quiet">{megabytes(file.bytes)}</span>
            </li>
          ))}
        </ul>
        <div class="row">
          <FileButton
            label={t.chooseFiles}
            accept=""
            multiple
            onFiles={(chosen) => void giveFiles(name, chosen)}
          />
          {hosts.length > 0 && (
            <button type="button" disabled={isBusy} onClick={() => void download(name)}>
              {t.download(megabytes(bytes))}
            </button>
          )}
        </div>
        {hosts.length > 0 && <p class="quiet small">{t.downloadFrom(hosts.join(", "))}</p>}
        {current && <Outcome current={current} title={title} />}
      </div>
      <details>
        <summary>{t.otherWays}</summary>
        <div class="stack tight">
          <p>{t.getText}</p>
          {/* On a phone it is longer than the line: the arrow keys move it too. */}
          <pre tabIndex={0}>
            <code>{`npm run -s minibatch -- datasets fetch ${name}\nnpm run web`}</code>
          </pre>
          <p class="quiet">{t.getStatic}</p>
        </div>
      </details>
    </section>
  );
}

function Outcome({ current, title }: { readonly current: Getting; readonly title: string }): JSX.Element {
  const t = dataMessages.value;
  const { status, progress, strangers, missing = [], failure } = current;
  if (failure) return <p role="alert">{t.getFailed(failureText(failure))}</p>;
  if (status === "reading") return <p role="status">{t.reading}</p>;
  if (status === "downloading") {
    const share = progress && progress.loadedBytes / progress.totalBytes;
    const text = progress ? t.downloading(progress.file, percentText(share ?? 0, 0)) : t.opening;
    return (
      <div class="stack tight">
        <p class="quiet">{text}</p>
        <progress aria-label={text} value={share} />
        <button type="button" onClick={stopDownload}>
          {t.stop}
        </button>
      </div>
    );
  }
  return (
    <div class="stack tight" role="alert">
      {strangers.map(({ path, sha256, belongsTo }) => (
        <p key={path}>
          {belongsTo === undefined ? t.stranger(path, title, sha256) : t.strangerOf(path, title, belongsTo)}
        </p>
      ))}
      {missing.length > 0 && <p>{t.stillMissing(missing.join(", "))}</p>}
    </div>
  );
}

function megabytes(bytes: number): string {
  return `${numberText(Math.max(0.1, bytes / 1e6), { maximumFractionDigits: 1 })} MB`;
}
