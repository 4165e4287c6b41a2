import type { JSX, TargetedEvent } from "preact";
import { numberText } from "../../i18n/numberText.ts";
import { addClass, ownClasses } from "../../state/ownPictures.ts";
import { BroughtNotice } from "./BroughtNotice.tsx";
import { bring } from "./bring.ts";
import { ownDataMessages } from "./messages.ts";

/** Choosing a folder is not in the types of an input. */
const folder = { webkitdirectory: true } as object;

/** One more class, or many at once: a folder or a zip with a folder for each. */
export function OpenClasses(): JSX.Element {
  const t = ownDataMessages.value;
  const open = ({ currentTarget }: TargetedEvent<HTMLInputElement>): void => {
    bring([...(currentTarget.files ?? [])]);
    currentTarget.value = "";
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
          <input type="file" class="hidden" {...folder} onChange={open} />
        </label>
        <label class="button">
          {t.openZip}
          <input type="file" class="hidden" accept=".zip" onChange={open} />
        </label>
        <span class="quiet small">
          {t.foldersHint}
          <span class="to-drop">{t.orDrop}</span>
        </span>
      </div>
      <BroughtNotice />
    </div>
  );
}
