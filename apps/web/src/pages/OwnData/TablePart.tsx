import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { SelectField } from "../../components/SelectField.tsx";
import { FileButton } from "../../components/FileButton.tsx";
import { failureText } from "../../i18n/failureText.ts";
import { ownTraining } from "../../state/ownTraining.ts";
import { chooseTarget, openOwnTable, ownTable } from "../../state/ownTable.ts";
import { AboutOwnData } from "../Evaluate/AboutOwnData.tsx";
import { DropArea } from "./DropArea.tsx";
import { ownDataMessages } from "./messages.ts";
import { OwnRun } from "./OwnRun.tsx";
import { TableHeadRows } from "./TableHeadRows.tsx";
import { TryRow } from "./TryRow.tsx";

/** A table that is pasted, dropped or opened, training on it, and what comes out. */
export function TablePart(): JSX.Element {
  const t = ownDataMessages.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const opened = ownTable.value;
  const { head, target, failure } = opened ?? {};
  const training = ownTraining.value;
  const learned = training?.kind === "table" ? training.trained?.run.own?.data : undefined;
  const openFile = (file: File | undefined): void => {
    if (file) void openOwnTable(file.name, file);
  };
  const openText = (text: string): void => {
    if (text.trim() !== "") void openOwnTable(t.pasted, new Blob([text]));
  };
  useEffect(() => {
    // A paste is read at once, which nobody would wait for in a field that goes on being typed in.
    const area = field.current;
    const paste = ({ clipboardData }: ClipboardEvent): void => openText(clipboardData?.getData("text") ?? "");
    area?.addEventListener("paste", paste);
    return () => area?.removeEventListener("paste", paste);
  });
  return (
    <DropArea class="own-data" onFiles={([file]) => openFile(file)}>
      <div class="stack">
        <div class="stack tight">
          <label class="stack tight">
            <span>{t.paste}</span>
            <textarea ref={field} rows={6} spellcheck={false} />
          </label>
          <div class="row">
            <button type="button" onClick={() => openText(field.current?.value ?? "")}>
              {t.readTable}
            </button>
            <FileButton
              label={t.openTable}
              accept=".csv,.tsv,.txt,.json,.jsonl,.gz,.parquet"
              onFiles={([file]) => openFile(file)}
            />
            <span class="quiet small">
              {t.tableHint}
              <span class="to-drop">{t.orDrop}</span>
            </span>
          </div>
        </div>
        {failure && (
          <p role="alert" class="failure">
            {failureText(failure)}
          </p>
        )}
        {opened && head && target !== undefined && (
          <>
            <p role="status">{t.rows(head.count, head.columns.length)}</p>
            <div class="narrow">
              <SelectField
                label={t.target}
                value={target}
                choices={head.columns.map((column) => ({ value: column, text: column }))}
                onChange={chooseTarget}
              />
            </div>
            <TableHeadRows head={head} target={target} />
          </>
        )}
      </div>
      {opened && head && target !== undefined && (
        <OwnRun
          kind="table"
          ready
          data={`${opened.name} ${target} ${head.count}`}
          source={() => ({ kind: "table", name: opened.name, file: opened.file, target })}
          attempt={<TryRow />}
        />
      )}
      {learned && <AboutOwnData data={learned} />}
    </DropArea>
  );
}
