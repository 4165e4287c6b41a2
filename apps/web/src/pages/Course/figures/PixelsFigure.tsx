import type { JSX } from "preact";
import { numberText } from "../../../i18n/numberText.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { MatrixImage } from "./MatrixImage.tsx";
import { figureMessages } from "./messages.ts";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { numberOf } from "./parameters.ts";
import { useDigit } from "./useDigit.ts";

/** Which of the drawn digits is shown. */
export const pixelsDigit = { name: "picture", min: 1, max: 20, step: 1, fallback: 1 };
/** Which of its rows is read, from 1. */
export const pixelsRow = { name: "line", min: 1, max: 28, step: 1, fallback: 14 };

/** A picture, and one of its rows as the numbers that it is. */
export const pixelsFigure: LessonFigure = {
  id: "pixels",
  title: () => figureMessages.value.pixels,
  View: PixelsFigure,
};

function PixelsFigure(): JSX.Element {
  const t = figureMessages.value;
  const image = useDigit(numberOf(pixelsDigit));
  const row = numberOf(pixelsRow);
  const bytes = (image[row - 1] ?? []).map((value) => Math.round(value * 255));
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  return (
    <FigureFrame
      figure={pixelsFigure}
      text={t.pixelsText}
      controls={
        <>
          <ParameterSlider parameter={pixelsDigit} label={t.digit} />
          <ParameterSlider parameter={pixelsRow} label={t.row} />
        </>
      }
    >
      <div class="matrices">
        <MatrixImage
          title={t.image("28")}
          matrix={image}
          frame={{ row: row - 1, column: 0, size: 1, columns: 28 }}
        />
      </div>
      <p class="formula">{bytes.map((byte) => numberText(byte)).join(" ")}</p>
      <p class="formula">
        {`${t.inkOf(numberText(row))}: `}
        <strong data-value="pixels">{numberText(sum)}</strong>
      </p>
    </FigureFrame>
  );
}
