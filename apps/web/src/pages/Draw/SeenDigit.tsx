import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { paintMaps } from "../../charts/paintMaps.ts";
import { drawMessages } from "./messages.ts";

/** The image that went into the network, white on black as it is. */
export function SeenDigit({ digit }: { readonly digit: Uint8Array }): JSX.Element {
  const t = drawMessages.value;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context) paintMaps(context, { data: digit, shape: [1, 28, 28, 1] }, { columns: 1, gap: 0 });
  }, [digit]);
  return (
    <div class="stack tight input">
      <h2>{t.seen}</h2>
      <canvas ref={canvas} class="seen pixels" role="img" aria-label={t.seen} />
      <p class="quiet small">{t.seenHint}</p>
    </div>
  );
}
