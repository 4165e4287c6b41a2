import "../Build/build.css";
import type { NdArray } from "@minibatch/datasets";
import type { JSX } from "preact";
import { PlanePicture } from "../Build/PlanePicture.tsx";
import { PlaneWords } from "../Build/PlaneWords.tsx";
import type { PlanePoint } from "@minibatch/recipes";
import { exploreMessages } from "./messages.ts";

/** What the network answers on the plane, and the points that it was tested with. */
export function ExploredPlane({ points, boundary }: ExploredPlaneProps): JSX.Element {
  const t = exploreMessages.value;
  return (
    <section class="stack tight">
      <h2>{t.plane}</h2>
      <p class="quiet small">{t.planeHint}</p>
      <div class="plane">
        <div class="plane-pad">
          <PlanePicture points={points} boundary={boundary} role="img" aria-label={t.plane} />
        </div>
      </div>
      <PlaneWords points={points} boundary={boundary} />
    </section>
  );
}

interface ExploredPlaneProps {
  readonly points: readonly PlanePoint[];
  /** The probability of the second class, `[rows, columns]`. */
  readonly boundary: NdArray;
}
