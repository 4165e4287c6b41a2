import type { NdArray } from "@minibatch/datasets";
import { argMax, lastHidden, sliceRows } from "@minibatch/training";
import { decidingLayer } from "./decidingLayer.ts";
import type { KeptRun } from "./withKeptRun.ts";

/** Pictures, and what the units before the answer make of each. */
export interface AnswerUnits {
  /** `[pictures, height, width, channels]` */
  readonly pictures: NdArray;
  readonly answers: readonly UnitsOfAnswer[];
  readonly classNames: readonly string[];
  /** How many units the layer has in all. */
  readonly of: number;
}

/** The units that add most to what a network answers of one picture. */
interface UnitsOfAnswer {
  /** The class that it answers, from 0. */
  readonly answer: number;
  /** The largest part first. */
  readonly units: readonly {
    readonly output: number;
    /** By which the unit of the class adds it up. */
    readonly weight: number;
  }[];
}

/** So many pictures can be chosen … */
const pictureCount = 20;

/** … and so many units are drawn of each. */
const unitCount = 8;

/** What the units of the last hidden layer of a network add to its answers of the first test pictures. */
export async function answerUnits(kept: KeptRun): Promise<AnswerUnits> {
  const { model, inputScaling, test, classNames, inputsOf } = kept;
  const { x: pictures } = sliceRows(test, 0, pictureCount);
  const { data, shape } = await lastHidden(model, inputsOf(pictures), { inputScaling });
  const { weights, biases, classes } = await decidingLayer(model);
  const [rows = 0, of = 0] = shape;
  const answers = Array.from({ length: rows }, (_, row) => {
    const outputs = data.subarray(row * of, (row + 1) * of);
    const weightOf = (unit: number, label: number): number => weights[unit * classes + label] ?? 0;
    const sums = biases.map((bias, label) =>
      outputs.reduce((sum, output, unit) => sum + output * weightOf(unit, label), bias),
    );
    const answer = argMax({ data: sums, shape: [1, classes] })[0] ?? 0;
    const units = Array.from(outputs, (output, unit) => ({ output, weight: weightOf(unit, answer) }));
    const size = ({ output, weight }: (typeof units)[number]): number => Math.abs(output * weight);
    return { answer, units: units.sort((one, other) => size(other) - size(one)).slice(0, unitCount) };
  });
  return { pictures, answers, classNames, of };
}
