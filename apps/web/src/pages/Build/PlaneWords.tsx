import type { NdArray } from "@minibatch/datasets";
import type { JSX } from "preact";
import { percentText } from "../../i18n/numberText.ts";
import type { PlanePoint } from "@minibatch/recipes";
import { buildMessages } from "./messages.ts";

/** What a picture of the plane shows, in words. */
export function PlaneWords({ points, boundary }: PlaneWordsProps): JSX.Element {
  const countOf = (wanted: 0 | 1): number => points.filter(({ label }) => label === wanted).length;
  const cells = Array.from(boundary.data);
  const share = cells.filter((value) => value >= 0.5).length / cells.length;
  return (
    <p class="quiet small">{buildMessages.value.planeLabel(countOf(0), countOf(1), percentText(share, 0))}</p>
  );
}

interface PlaneWordsProps {
  readonly points: readonly PlanePoint[];
  /** The probability of the second class. */
  readonly boundary: NdArray;
}
