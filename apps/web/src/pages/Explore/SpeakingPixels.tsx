import type { NdArray } from "@minibatch/datasets";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { isDark } from "../../state/theme.ts";
import { paintSpeaking } from "./paintSpeaking.ts";

/** A picture with the pixels in colour that speak for a class and against it. */
export function SpeakingPixels({ pixels, label }: SpeakingPixelsProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = isDark.value;
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context) paintSpeaking(context, pixels);
  }, [pixels, dark]);
  return <canvas ref={canvas} class="pixels speaking" role="img" aria-label={label} />;
}

interface SpeakingPixelsProps {
  /** `[height, width]` */
  readonly pixels: NdArray;
  readonly label: string;
}
