import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { isDark } from "../../state/theme.ts";

/** A picture that moves, what it shows, and the way to where one does it oneself. */
export function LivePicture({ title, href, state, paint }: LivePictureProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = isDark.value;
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context) paint(context);
  }, [paint, dark]);
  return (
    <figure>
      <canvas ref={canvas} aria-hidden="true" />
      <figcaption>
        <a href={href}>{title}</a>
        <span class="quiet small">{state}</span>
      </figcaption>
    </figure>
  );
}

interface LivePictureProps {
  readonly title: string;
  readonly href: string;
  /** What there is to say about this moment. */
  readonly state: string;
  /** Sizes and fills the canvas. */
  readonly paint: (context: CanvasRenderingContext2D) => void;
}
