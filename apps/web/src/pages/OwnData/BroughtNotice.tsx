import type { JSX } from "preact";
import { failureText } from "../../i18n/failureText.ts";
import { brought, forgetBrought } from "../../state/bringFiles.ts";
import { openOwnTable } from "../../state/ownTable.ts";
import { goTo } from "../../state/route.ts";
import { ownDataMessages } from "./messages.ts";

/** Says what of the files that were brought is no picture, and where it belongs. */
export function BroughtNotice(): JSX.Element {
  const t = ownDataMessages.value;
  const { table, failure } = brought.value;
  const use = (file: File): void => {
    forgetBrought();
    void openOwnTable(file.name, file);
    goTo("own", { kind: "table" });
  };
  return (
    <div role="alert" class="stack tight brought">
      {table && (
        <p class="row">
          {t.isTable(table.name)}
          <button type="button" onClick={() => use(table)}>
            {t.useTable}
          </button>
        </p>
      )}
      {failure && <p class="failure">{failureText(failure)}</p>}
    </div>
  );
}
