import "./draw.css";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { appMessages } from "../../i18n/appMessages.ts";
import { drawing } from "../../state/drawing.ts";
import { recognize } from "../../state/recognition.ts";
import { Answer } from "./Answer.tsx";
import { digitOf } from "./digitOf.ts";
import { DrawingPad } from "./DrawingPad.tsx";
import { drawMessages } from "./messages.ts";
import { NetworkChoice } from "./NetworkChoice.tsx";
import { PadControls } from "./PadControls.tsx";
import { showExample } from "./showExample.ts";

let visited = false;

/** Draw a digit, and see what a network makes of it. */
export function DrawPage(): JSX.Element {
  const t = drawMessages.value;
  useEffect(() => {
    // There is something to see before the first line is drawn.
    if (!visited) showExample();
    visited = true;
  }, []);
  const drawn = drawing.value;
  useEffect(() => recognize(digitOf(drawn)), [drawn]);
  return (
    <>
      <div class="intro">
        <h1>{appMessages.value.draw}</h1>
        <p class="quiet">{t.intro}</p>
      </div>
      <div class="drawing">
        <div class="stack drawn">
          <DrawingPad />
          <PadControls />
          <NetworkChoice />
        </div>
        <Answer />
      </div>
    </>
  );
}
