import type { JSX } from "preact";
import { conv2d, pool2d } from "@minibatch/training";
import { numberText } from "../../../i18n/numberText.ts";
import { setParameters } from "../../../state/route.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import { KernelFields } from "./KernelFields.tsx";
import { chosenKernel, kernelNames } from "./kernels.ts";
import { MatrixImage } from "./MatrixImage.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { figureMessages } from "./messages.ts";
import { ParameterChoice } from "./ParameterChoice.tsx";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { choiceOf, numberOf } from "./parameters.ts";
import { useDigit } from "./useDigit.ts";

const digit = { name: "digit", min: 1, max: 20, step: 1, fallback: 1 };
const stride = { name: "stride", min: 1, max: 3, step: 1, fallback: 1 };
const pools = ["max", "average"] as const;

/** A kernel that slides over a digit, and the pooling of what comes out. */
export const convolutionFigure: LessonFigure = {
  id: "convolution",
  title: () => figureMessages.value.convolution,
  View: ConvolutionFigure,
};

function ConvolutionFigure(): JSX.Element {
  const t = figureMessages.value;
  const image = useDigit(numberOf(digit));
  const kernel = chosenKernel();
  const step = numberOf(stride);
  const kind = choiceOf("pool", pools);
  const convolved = conv2d(image, kernel, { stride: step });
  const pooled = pool2d(convolved, { kind });
  const size = convolved.length;
  const windowAt = (name: string) => ({
    name,
    min: 1,
    max: size,
    step: 1,
    fallback: Math.ceil(size / 2),
  });
  const [row, column] = [numberOf(windowAt("row")) - 1, numberOf(windowAt("column")) - 1];
  const value = convolved[row]?.[column] ?? 0;
  const products = kernel.flatMap((weights, y) =>
    weights.map(
      (weight, x) => `${short(image[row * step + y]?.[column * step + x] ?? 0)}\u00A0×\u00A0${short(weight)}`,
    ),
  );
  const sizeText = (matrix: readonly unknown[]): string => numberText(matrix.length);
  return (
    <FigureFrame
      figure={convolutionFigure}
      text={t.convolutionText}
      controls={
        <>
          <ParameterChoice
            name="kernel"
            label={t.kernel}
            value={choiceOf("kernel", kernelNames)}
            choices={kernelNames.map((name) => ({ value: name, text: t[name] }))}
            onChange={(name) =>
              setParameters({ kernel: name, k: name === "own" ? kernel.flat().join(",") : undefined })
            }
          />
          <KernelFields />
          <ParameterSlider parameter={stride} label={t.stride} />
          <ParameterChoice
            name="pool"
            label={t.pooling}
            value={kind}
            choices={pools.map((value) => ({ value, text: t[value] }))}
          />
          <ParameterSlider parameter={digit} label={t.digit} />
          <ParameterSlider parameter={windowAt("row")} label={t.windowRow} />
          <ParameterSlider parameter={windowAt("column")} label={t.windowColumn} />
        </>
      }
    >
      <div class="matrices">
        <MatrixImage
          title={t.image(sizeText(image))}
          matrix={image}
          frame={{ row: row * step, column: column * step, size: 3 }}
        />
        <MatrixImage
          title={t.featureMap(sizeText(convolved))}
          matrix={convolved}
          frame={{ row, column, size: 1 }}
        />
        <MatrixImage
          title={t.pooled(sizeText(pooled))}
          matrix={pooled}
          frame={
            Math.max(row, column) < pooled.length * 2
              ? { row: Math.floor(row / 2), column: Math.floor(column / 2), size: 1 }
              : undefined
          }
        />
      </div>
      <p class="formula">
        {`${products.join(" + ")} = `}
        <strong data-value="convolution">{short(value)}</strong>
      </p>
    </FigureFrame>
  );
}

function short(value: number): string {
  const text = numberText(value, { maximumFractionDigits: 2 });
  return value < 0 ? `(${text})` : text;
}
