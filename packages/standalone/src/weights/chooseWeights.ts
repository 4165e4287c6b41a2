import type { NdArray } from "@minibatch/datasets";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { madeUpInputs } from "../page/madeUpInputs.ts";
import type { PageTest, SelfCheck } from "../page/PageModel.ts";
import { selfCheckOf } from "../page/selfCheckOf.ts";
import type { WeightFormat } from "./encodeWeights.ts";
import { measureOutputs, type TestSet } from "./measureOutputs.ts";
import { withRoundedWeights } from "./withRoundedWeights.ts";

/** Options of {@link chooseWeights}. */
export interface ChooseWeightsOptions {
  /** Gives the outputs of the model, with the weights that it has, for raw inputs. */
  readonly predict: (x: NdArray) => Promise<NdArray<Float32Array>>;
  /**
   * What the weights are measured on.
   *
   * @default nothing: the weights are float32, and the self-check is on inputs that are made up
   */
  readonly testSet?: TestSet | undefined;
  /**
   * Takes these weights, whatever they lose.
   *
   * @default those of a byte where the test set hardly notices, else float32
   */
  readonly weights?: WeightFormat | undefined;
}

/** Weights for a model that leaves, what the test set says of them, and samples for a page to check itself by. */
export interface ChosenWeights {
  readonly weights: WeightFormat;
  readonly test?: PageTest | undefined;
  readonly check: SelfCheck;
  /** What the test set says of both, where they were compared. */
  readonly compared?: Readonly<Record<WeightFormat, PageTest>> | undefined;
}

/** A byte for each weight is taken where the test accuracy falls by less than this. */
const points = 0.002;
/** The same for values: where the mean absolute error rises by less than this share. */
const share = 0.01;
/** The samples that a page compares itself with. */
const checked = 8;

/**
 * Measures a model with weights of four bytes and of one, and takes the smaller ones where that hardly costs anything: less than 0.2 points of
 * accuracy, or 1 % of the mean absolute error.
 *
 * @throws {StandaloneError} `UNSUPPORTED_MODEL` for outputs that are not finite
 * @example
 * const { weights, test, check } = await chooseWeights(model, { predict: (x) => predict(model, x), testSet });
 * const stored = await storeModel(model, { weights });
 */
export async function chooseWeights(
  model: LayersModel,
  { predict, testSet, weights: asked }: ChooseWeightsOptions,
): Promise<ChosenWeights> {
  const inputs = firstRows(testSet?.x ?? madeUp(model));
  const measured = async (weights: WeightFormat): Promise<ChosenWeights> => {
    const outputs = await predict(inputs);
    const check = selfCheckOf(inputs.data, outputs.data, inputs.shape[0] ?? 0);
    if (testSet === undefined) return { weights, check };
    return { weights, check, test: measureOutputs(testSet, await predict(testSet.x)) };
  };
  const rounded = (): Promise<ChosenWeights> => withRoundedWeights(model, () => measured("int8"));
  if (asked === "int8") return rounded();
  const whole = await measured("float32");
  if (asked === "float32" || whole.test === undefined) return whole;
  const small = await rounded();
  if (small.test === undefined) return whole;
  const compared = { float32: whole.test, int8: small.test };
  return { ...(isGoodEnough(small.test, whole.test) ? small : whole), compared };
}

function isGoodEnough(small: PageTest, whole: PageTest): boolean {
  if (whole.accuracy !== undefined) return whole.accuracy - (small.accuracy ?? 0) < points;
  return (small.mae ?? Number.POSITIVE_INFINITY) <= (whole.mae ?? 0) * (1 + share);
}

function firstRows({ data, shape }: NdArray): NdArray {
  const [rows = 0, ...rest] = shape;
  const size = rest.reduce((product, length) => product * length, 1);
  const taken = Math.min(rows, checked);
  return { data: data.slice(0, taken * size), shape: [taken, ...rest] };
}

/** Inputs for a model whose test set is not here. */
function madeUp({ inputs }: LayersModel): NdArray {
  const shape = [checked, ...(inputs[0]?.shape ?? []).slice(1).map(Number)];
  return { data: madeUpInputs(shape), shape };
}
