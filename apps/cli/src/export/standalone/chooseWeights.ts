import type { NdArray } from "@minibatch/datasets";
import type { LoadedModel } from "@minibatch/models";
import { classProbabilities } from "@minibatch/recipes";
import {
  madeUpInputs,
  type PageTest,
  type SelfCheck,
  selfCheckOf,
  type WeightFormat,
  withRoundedWeights,
} from "@minibatch/standalone";
import { argMax, predict } from "@minibatch/training";
import { percentText } from "../../terminal/numberText.ts";
import type { ExportContext } from "../ExportTarget.ts";
import { scalingOf } from "./scalingOf.ts";
import type { TestSet } from "./testSetOf.ts";

/** The weights that were chosen, what the test set says of them, and samples for the page to check itself by. */
export interface ChosenWeights {
  readonly weights: WeightFormat;
  readonly test?: PageTest | undefined;
  readonly check: SelfCheck;
}

/** A byte for each weight is taken where the test accuracy falls by less than this. */
const points = 0.002;
/** The same for values: where the mean absolute error rises by less than this share. */
const share = 0.01;
/** The samples that a page compares itself with. */
const checked = 8;

/** Measures a model with weights of four bytes and of one, and takes the smaller ones where that hardly costs anything. */
export async function chooseWeights(
  loaded: LoadedModel,
  testSet: TestSet | undefined,
  context: ExportContext,
): Promise<ChosenWeights> {
  const { weights: asked, session } = context;
  const x = testSet?.x ?? madeUp(loaded);
  const inputs = firstRows(x, checked);
  const outputsOf = (rows: NdArray): Promise<NdArray<Float32Array>> =>
    predict(loaded.model, rows, { inputScaling: scalingOf(loaded, session), signal: session.source.signal });
  const measured = async (): Promise<Omit<ChosenWeights, "weights">> => {
    const outputs = await outputsOf(inputs);
    const check = selfCheckOf(inputs.data, outputs.data, inputs.shape[0] ?? 0);
    return testSet === undefined ? { check } : { check, test: testOf(testSet, await outputsOf(testSet.x)) };
  };
  session.status.update(() => "Measuring the weights on the test set");
  const rounded = async (): Promise<ChosenWeights> => ({
    weights: "int8",
    ...(await withRoundedWeights(loaded.model, measured)),
  });
  if (asked === "int8") return rounded();
  const whole: ChosenWeights = { weights: "float32", ...(await measured()) };
  if (asked === "float32" || whole.test === undefined) return whole;
  const small = await rounded();
  const good = isGoodEnough(small.test, whole.test);
  session.status.print(`${lossText(small.test, whole.test)}: the weights are ${good ? "int8" : "float32"}.`);
  return good ? small : whole;
}

function isGoodEnough(small: PageTest | undefined, whole: PageTest): boolean {
  if (whole.accuracy !== undefined) return whole.accuracy - (small?.accuracy ?? 0) < points;
  return (small?.mae ?? Number.POSITIVE_INFINITY) < (whole.mae ?? 0) * (1 + share);
}

function lossText(small: PageTest | undefined, whole: PageTest): string {
  return whole.accuracy === undefined
    ? `A byte for each weight has a test MAE of ${small?.mae?.toPrecision(4)}, four bytes ${whole.mae?.toPrecision(4)}`
    : `A byte for each weight reaches ${percentText(small?.accuracy ?? 0)} of the test set, four bytes ${percentText(whole.accuracy)}`;
}

function testOf({ y, task }: TestSet, outputs: NdArray<Float32Array>): PageTest {
  const samples = y.data.length;
  if (task === "regression") {
    const mae =
      outputs.data.reduce((sum, value, row) => sum + Math.abs(value - (y.data[row] ?? 0)), 0) / samples;
    return { samples, mae };
  }
  const right = argMax(classProbabilities(outputs)).filter((label, row) => label === y.data[row]).length;
  return { samples, accuracy: right / samples };
}

function firstRows({ data, shape }: NdArray, count: number): NdArray {
  const [rows = 0, ...rest] = shape;
  const size = rest.reduce((product, length) => product * length, 1);
  const taken = Math.min(rows, count);
  return { data: data.slice(0, taken * size), shape: [taken, ...rest] };
}

/** Inputs for a model whose test set is not here. */
function madeUp({ model }: LoadedModel): NdArray {
  const shape = [checked, ...(model.inputs[0]?.shape ?? []).slice(1).map(Number)];
  return { data: madeUpInputs(shape), shape };
}
