import type { JSX } from "preact";
import type { Loaded } from "../../../components/useLoaded.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { OwnRunChoice } from "./OwnRunChoice.tsx";
import { ownRunMessages } from "./ownRunMessages.ts";
import type { OwnRun } from "./useOwnRun.ts";

/** A figure while the reader's run is being opened, and where it could not be. */
export function OwnRunWaiting({ figure, own, text, loaded }: OwnRunWaitingProps): JSX.Element {
  const t = ownRunMessages.value;
  return (
    <FigureFrame figure={figure} text={text} controls={<OwnRunChoice own={own} />}>
      {loaded === "failed" ? <p role="alert">{t.failed}</p> : <p class="quiet">{t.opening}</p>}
    </FigureFrame>
  );
}

interface OwnRunWaitingProps {
  readonly figure: Pick<LessonFigure, "id" | "title">;
  readonly own: OwnRun;
  /** What the figure says of itself. */
  readonly text: string;
  readonly loaded: Loaded<unknown>;
}
