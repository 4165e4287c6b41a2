import type { NdArray } from "@minibatch/datasets";
import type { CanvasHTMLAttributes, JSX, RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { isDark } from "../../state/theme.ts";
import type { PlanePoint } from "@minibatch/recipes";
import { paintPlane, planePixels } from "./paintPlane.ts";

/** Points of the plane on the ground of what a network answers around them; all other attributes are those of the canvas. */
export function PlanePicture({ points, boundary, canvas, ...attributes }: PlanePictureProps): JSX.Element {
  const own = useRef<HTMLCanvasElement>(null);
  const painted = canvas ?? own;
  const dark = isDark.value;
  useEffect(() => {
    const context = painted.current?.getContext("2d");
    if (context) paintPlane(context, points, boundary);
  }, [points, boundary, dark]);
  return <canvas {...attributes} ref={painted} width={planePixels} height={planePixels} />;
}

interface PlanePictureProps extends CanvasHTMLAttributes {
  readonly points: readonly PlanePoint[];
  /** The probability of the second class, `[rows, columns]`, from the top left; no ground without. */
  readonly boundary: NdArray | undefined;
  /** For whoever asks where it is. */
  readonly canvas?: RefObject<HTMLCanvasElement | null>;
}
