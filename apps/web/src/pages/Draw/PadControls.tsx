import type { JSX } from "preact";
import { drawing, emptyDrawing, isEmpty, undoStroke } from "../../state/drawing.ts";
import { drawMessages } from "./messages.ts";
import { showExample } from "./showExample.ts";

/** What one does to a drawing as a whole. */
export function PadControls(): JSX.Element {
  const t = drawMessages.value;
  const empty = isEmpty(drawing.value);
  return (
    <div class="row">
      <button type="button" disabled={empty} onClick={undoStroke}>
        {t.undo}
      </button>
      <button type="button" disabled={empty} onClick={() => (drawing.value = emptyDrawing)}>
        {t.clear}
      </button>
      <button type="button" onClick={showExample}>
        {t.example}
      </button>
    </div>
  );
}
