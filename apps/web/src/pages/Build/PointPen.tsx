import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { pointsText } from "../../network/pointsText.ts";
import { setParameters } from "../../state/route.ts";
import type { PlanePoint } from "@minibatch/recipes";
import type { PlaneSource } from "../../storage/PlaneSource.ts";
import { buildMessages } from "./messages.ts";

/** The class of the next point. */
export const penClass = signal<0 | 1>(0);

/** Puts points of one's own into the address. */
export function setPoints(points: readonly PlanePoint[]): void {
  setParameters({ data: "own", points: points.length === 0 ? undefined : pointsText(points) });
}

/** Which class a click adds a point of, and how points go away again. */
export function PointPen({ source }: { readonly source: PlaneSource }): JSX.Element {
  const t = buildMessages.value;
  const own = source.shape === "own" ? source.points : undefined;
  return (
    <fieldset class="row">
      <legend class="quiet">{t.paint}</legend>
      {([0, 1] as const).map((value) => (
        <label key={value} class="check">
          <input
            type="radio"
            name="class"
            checked={penClass.value === value}
            onChange={() => (penClass.value = value)}
          />
          <span class={value === 0 ? "dot" : "dot second"} aria-hidden="true" />
          {value === 0 ? t.classA : t.classB}
        </label>
      ))}
      {own && own.length > 0 && (
        <>
          <button type="button" onClick={() => setPoints(own.slice(0, -1))}>
            {t.undo}
          </button>
          <button type="button" onClick={() => setPoints([])}>
            {t.clear}
          </button>
        </>
      )}
    </fieldset>
  );
}
