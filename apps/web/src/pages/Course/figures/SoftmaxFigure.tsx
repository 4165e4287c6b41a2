import type { JSX } from "preact";
import { categoricalCrossentropy, oneHot, softmax } from "@minibatch/training";
import { ProbabilityBars } from "../../../charts/ProbabilityBars.tsx";
import { numberText } from "../../../i18n/numberText.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { figureMessages } from "./messages.ts";
import { ParameterChoice } from "./ParameterChoice.tsx";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { choiceOf, type NumberParameter, numberOf } from "./parameters.ts";

const logit = (name: string, fallback: number): NumberParameter => ({
  name,
  min: -5,
  max: 5,
  step: 0.1,
  fallback,
});
const classes = ["cat", "dog", "other"] as const;
const logits = [logit("z1", 2), logit("z2", 1), logit("z3", 0)];

/** A label as a row of zeros and a one, and outputs as probabilities to compare with it. */
export const softmaxFigure: LessonFigure = {
  id: "softmax",
  title: () => figureMessages.value.softmax,
  View: SoftmaxFigure,
};

/** What the logits of the address make of the class that it names. */
export function softmaxOutcome(): SoftmaxOutcome {
  const label = choiceOf("label", classes);
  const index = classes.indexOf(label);
  const probabilities = softmax(logits.map(numberOf));
  const loss = categoricalCrossentropy([index], { data: Float64Array.from(probabilities), shape: [1, 3] });
  return { label, row: [...oneHot([index], classes.length).data], probabilities, loss };
}

interface SoftmaxOutcome {
  readonly label: (typeof classes)[number];
  /** The label as a row of zeros and a one. */
  readonly row: readonly number[];
  readonly probabilities: readonly number[];
  /** The cross-entropy. */
  readonly loss: number;
}

function SoftmaxFigure(): JSX.Element {
  const t = figureMessages.value;
  const { label, row, probabilities, loss } = softmaxOutcome();
  const names = classes.map((name) => t[name]);
  return (
    <FigureFrame
      figure={softmaxFigure}
      text={t.softmaxText}
      controls={
        <>
          <ParameterChoice
            name="label"
            label={t.label}
            value={label}
            choices={classes.map((value) => ({ value, text: t[value] }))}
          />
          {logits.map((parameter, at) => (
            <ParameterSlider key={parameter.name} parameter={parameter} label={t.logitOf(names[at] ?? "")} />
          ))}
        </>
      }
    >
      <p class="formula">
        {`${t[label]} → [`}
        <strong data-value="one-hot">{row.join(", ")}</strong>
        {"]"}
      </p>
      <div class="bars">
        <ProbabilityBars names={names} probabilities={probabilities} />
      </div>
      <p class="formula">
        {`${t.crossentropy} = −ln(${numberText(probabilities[classes.indexOf(label)] ?? 0, { maximumFractionDigits: 3 })}) = `}
        <strong data-value="softmax">{numberText(loss, { maximumFractionDigits: 3 })}</strong>
      </p>
    </FigureFrame>
  );
}
