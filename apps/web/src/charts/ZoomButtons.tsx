import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { useOneTabStop } from "../components/useOneTabStop.ts";
import { figureMessages } from "./messages.ts";
import type { Zoom, ZoomRange } from "./useZoom.ts";

/** Shows a part of a figure, by keyboard and by finger too; one stop of the tab key. */
export function ZoomButtons({ title, range, zoom }: ZoomButtonsProps): JSX.Element {
  const t = figureMessages.value;
  const stop = useOneTabStop<HTMLDivElement>();
  const first = useRef<HTMLButtonElement>(null);
  const { span } = zoom;
  const wider = (act: () => void) => (): void => {
    act();
    // The other buttons are gone with the last step: who used them goes on at the one that stays.
    requestAnimationFrame(() => {
      if (!document.activeElement || document.activeElement === document.body) first.current?.focus();
    });
  };
  const buttons = [
    { text: "−", label: t.zoomOut, act: wider(() => zoom.scale(2)) },
    { text: "←", label: t.left, act: () => zoom.move(-0.5) },
    { text: "→", label: t.right, act: () => zoom.move(0.5) },
    { text: t.whole, label: t.whole, act: wider(zoom.reset) },
  ];
  return (
    <div class="zoom" role="group" aria-label={`${t.zoom}: ${title}`} {...stop}>
      <button ref={first} type="button" onClick={() => zoom.scale(0.5)}>
        {t.zoomIn}
      </button>
      {span &&
        buttons.map(({ text, label, act }) => (
          <button key={text} type="button" aria-label={label} title={label} onClick={act}>
            {text}
          </button>
        ))}
      <span role="status" class="small quiet">
        {span && range.text(span)}
      </span>
    </div>
  );
}

interface ZoomButtonsProps {
  /** Of the figure. */
  readonly title: string;
  readonly range: ZoomRange;
  readonly zoom: Zoom;
}
