import { useSignal } from "@preact/signals";
import type { JSX, TargetedEvent } from "preact";
import { type Failure, failureOf } from "../../i18n/Failure.ts";
import { failureText } from "../../i18n/failureText.ts";
import { numberText } from "../../i18n/numberText.ts";
import { addClass, openClassFolders, openClassZip, ownClasses } from "../../state/ownPictures.ts";
import { ownDataMessages } from "./messages.ts";

/** Choosing a folder is not in the types of an input. */
const folder = { webkitdirectory: true } as object;

/** One more class, or many at once: a folder or a zip with a folder for each. */
export function OpenClasses(): JSX.Element {
  const t = ownDataMessages.value;
  const failure = useSignal<Failure | undefined>(undefined);
  const open = async ({ currentTarget }: TargetedEvent<HTMLInputElement>): Promise<void> => {
    const files = [...(currentTarget.files ?? [])];
    currentTarget.value = "";
    failure.value = undefined;
    try {
      const [first] = files;
      if (first && first.webkitRelativePath === "") await openClassZip(first);
      else openClassFolders(files);
    } catch (error) {
      failure.value = failureOf(error);
    }
  };
  return (
    <div class="stack tight">
      <div class="row">
        <button
          type="button"
          data-add-class
          onClick={() => void addClass(t.newClass(numberText(ownClasses.value.length + 1)))}
        >
          {t.addClass}
        </button>
        <label class="button">
          {t.openFolder}
          <input type="file" class="hidden" {...folder} onChange={(event) => void open(event)} />
        </label>
        <label class="button">
          {t.openZip}
          <input type="file" class="hidden" accept=".zip" onChange={(event) => void open(event)} />
        </label>
        <span class="quiet small">{t.foldersHint}</span>
      </div>
      {failure.value && (
        <p role="alert" class="failure">
          {failureText(failure.value)}
        </p>
      )}
    </div>
  );
}
