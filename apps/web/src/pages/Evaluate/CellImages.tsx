import type { JSX } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { numberText } from "../../i18n/numberText.ts";
import { setParameters } from "../../state/route.ts";
import { CaptionedImages } from "./CaptionedImages.tsx";
import { type Cell, cellText } from "./evaluateView.ts";
import { evaluateMessages } from "./messages.ts";

/** So many images of a cell are shown. */
const most = 60;

/** The images that are counted in one cell of the confusion matrix. */
export function CellImages({ cell, labels, predicted, classNames, dataset }: CellImagesProps): JSX.Element {
  const t = evaluateMessages.value;
  const section = useRef<HTMLElement>(null);
  const rows = useMemo(
    () =>
      Array.from(labels.keys()).filter(
        (row) => labels[row] === cell.actual && predicted[row] === cell.predicted,
      ),
    [labels, predicted, cell.actual, cell.predicted],
  );
  const images = useMemo(() => rows.slice(0, most).map((row) => ({ row, caption: `${row}` })), [rows]);
  const [actual, taken] = [classNames[cell.actual] ?? "", classNames[cell.predicted] ?? ""];
  const count = numberText(rows.length);
  const close = (): void => {
    setParameters({ cell: undefined });
    // The button that was pressed is gone: on with the one that opened all this.
    document.querySelector<HTMLElement>(`[data-cell="${cellText(cell)}"]`)?.focus();
  };
  return (
    <section ref={section} class="stack tight cell-images">
      <div class="row">
        <h2>{cell.actual === cell.predicted ? t.right(actual, count) : t.wrong(actual, taken, count)}</h2>
        {rows.length > most && <span class="quiet small">{t.first(numberText(most))}</span>}
        <button type="button" class="link" onClick={close}>
          {t.closeCell}
        </button>
      </div>
      <CaptionedImages
        dataset={dataset}
        images={images}
        // They lie below a large table, where nobody sees them come.
        onShown={() => section.current?.scrollIntoView({ block: "nearest" })}
      />
    </section>
  );
}

interface CellImagesProps {
  readonly cell: Cell;
  readonly labels: Uint8Array;
  readonly predicted: ArrayLike<number>;
  readonly classNames: readonly string[];
  readonly dataset: string;
}
