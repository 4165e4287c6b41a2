import type { JSX } from "preact";
import { DropoutView } from "./DropoutView.tsx";
import { dropoutMessages } from "./dropoutMessages.ts";
import { lessonUnits } from "./dropoutSteps.ts";
import { isOfPictures } from "./isOfPictures.ts";
import type { LessonFigure } from "./LessonFigure.ts";
import { OwnDropout } from "./OwnDropout.tsx";
import { useOwnRun } from "./useOwnRun.ts";

/** Which units a step of training leaves out, and why the sum behind them stays what it is on average. */
export const dropoutFigure: LessonFigure = {
  id: "dropout",
  title: () => dropoutMessages.value.dropout,
  View: DropoutFigure,
};

function DropoutFigure(): JSX.Element {
  const t = dropoutMessages.value;
  const own = useOwnRun("dropoutOf", isOfPictures);
  if (own.shown) return <OwnDropout figure={dropoutFigure} own={own} run={own.shown} />;
  return <DropoutView figure={dropoutFigure} own={own} text={t.dropoutText} units={lessonUnits} />;
}
