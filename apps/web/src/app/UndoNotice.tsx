import type { JSX } from "preact";
import { runsMessages } from "../pages/Runs/messages.ts";
import { keepUndo, undoDelete, undoLater } from "../state/deleteWithUndo.ts";
import { putAway } from "../state/putAway.ts";

/** Says on every page what was deleted a moment ago, for as long as that can be undone. */
export function UndoNotice(): JSX.Element {
  const t = runsMessages.value;
  const item = putAway.value;
  const undo = (): void => {
    undoDelete();
    // The button is gone with the notice: who used the keyboard goes on at what is back.
    requestAnimationFrame(() => {
      const back = item && document.querySelector<HTMLElement>(`[data-more="${CSS.escape(item.id)}"]`);
      (back ?? document.getElementById("main"))?.focus();
    });
  };
  return (
    <div class="undo" role="status">
      {item && (
        <p
          class="row"
          onPointerEnter={keepUndo}
          onPointerLeave={undoLater}
          onFocusIn={keepUndo}
          onFocusOut={undoLater}
        >
          {t.deleted(item.name)}
          <button type="button" onClick={undo}>
            {t.undo}
          </button>
        </p>
      )}
    </div>
  );
}
