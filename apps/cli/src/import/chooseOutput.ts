import { type LayersModel, model as createModel } from "@tensorflow/tfjs-layers";
import { CliError } from "../CliError.ts";

/**
 * Gives the model up to one of its outputs.
 *
 * @param name its name; not needed for a model of one output
 * @returns a model of the same layers, which are disposed of with the one that was given
 * @throws {CliError} `INVALID_USAGE` with the names of the outputs
 */
export function chooseOutput(model: LayersModel, name: string | undefined): LayersModel {
  const names = model.outputs.map(({ sourceLayer }) => sourceLayer.name);
  const at = name === undefined ? 0 : names.indexOf(name);
  const output = model.outputs[at];
  if (output && names.length === 1) return model;
  if (output && name !== undefined) return createModel({ inputs: model.inputs, outputs: output });
  const list = model.outputs.map(({ shape }, index) => `${names[index]} [${shape.slice(1).join(", ")}]`);
  const problem =
    name === undefined ? `The model has ${names.length} outputs` : `The model has no output "${name}"`;
  throw new CliError(
    "INVALID_USAGE",
    `${problem}. Name the one that answers with --output: ${list.join(", ")}.`,
  );
}
