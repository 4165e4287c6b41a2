import type { JSX, TargetedEvent } from "preact";
import { useEffect } from "preact/hooks";
import { failureText } from "../../i18n/failureText.ts";
import { openSavedFiles, opening } from "../../state/savedFiles.ts";
import type { OpenedFiles } from "../../worker/commands/openFiles.ts";
import { receiveDrops } from "./receiveDrops.ts";
import { trainMessages } from "./messages.ts";

/** Lets a person choose a folder; every browser has it, and no list of attributes. */
const folder = { webkitdirectory: true };

/** Brings in what was saved, here or by the command. */
export function OpenFiles(): JSX.Element {
  const t = trainMessages.value;
  const state = opening.value;
  useEffect(() => receiveDrops((files) => void openSavedFiles(files)), []);
  const open = ({ currentTarget }: TargetedEvent<HTMLInputElement>): void => {
    void openSavedFiles(currentTarget.files).finally(() => (currentTarget.value = ""));
  };
  return (
    <div class="stack tight">
      <div class="row">
        <label class="button">
          {t.openFiles}
          <input type="file" class="hidden" multiple accept=".zip,.json,.bin,.keras,.h5" onChange={open} />
        </label>
        <label class="button">
          {t.openFolder}
          <input type="file" class="hidden" {...folder} onChange={open} />
        </label>
        <span class="quiet small">{t.openHint}</span>
      </div>
      <p role="status" class="small">
        {state === "opening" && t.opening}
        {typeof state === "object" &&
          !("failure" in state || "unsaved" in state) &&
          t.opened(openedName(state))}
      </p>
      {typeof state === "object" && "failure" in state && (
        <p role="alert" class="failure">
          <strong>{t.notOpened}</strong> {failureText(state.failure)}
        </p>
      )}
      {typeof state === "object" && "unsaved" in state && (
        <p role="alert" class="failure">
          <strong>{t.notSaved}</strong> {failureText(state.unsaved)}
        </p>
      )}
    </div>
  );
}

function openedName({ run, model }: OpenedFiles): string {
  return run?.recipe ?? model?.name ?? "";
}
