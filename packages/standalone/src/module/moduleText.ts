import type { StoredModel } from "../engine/StoredModel.ts";
import { engineScript } from "./engineScript.generated.ts";

/** What a module exports beside `predict`. */
export interface ModuleParts {
  readonly stored: StoredModel;
  /** The classes in the order of the outputs, of a model that has any. */
  readonly classNames?: readonly string[] | undefined;
  /** The first line of its comment. */
  readonly title: string;
}

/**
 * Writes a model as an ES module without imports: `predict(input)` takes the raw values of one input and gives those of the output.
 *
 * @returns the module, and its types for a `.d.ts` beside it
 * @example
 * const { script, types } = moduleText({ stored, classNames: metadata.classNames, title: "Digits" });
 */
export function moduleText({ stored, classNames, title }: ModuleParts): { script: string; types: string } {
  const { inputShape } = stored.network;
  const names = classNames && JSON.stringify(classNames);
  const script = `// ${title.replaceAll(/\s+/g, " ")}. Made by minibatch export; needs nothing else.
${engineScript}
/** The shape of one input, row-major. */
export const inputShape = ${JSON.stringify(inputShape)};
${names === undefined ? "" : `/** The classes, in the order of the output. */\nexport const classNames = ${names};\n`}const compute = standalone.openStored(${JSON.stringify(stored)});
/** What the model makes of one input. */
export function predict(input) {
  const size = inputShape.reduce((product, length) => product * length, 1);
  if (input.length !== size) throw new RangeError(\`predict takes \${size} values, the shape is [\${inputShape}], and got \${input.length}.\`);
  return compute(input);
}
`;
  const types = `/** The shape of one input, row-major. */
export const inputShape: readonly number[];
${names === undefined ? "" : "/** The classes, in the order of the output. */\nexport const classNames: readonly string[];\n"}/**
 * What the model makes of one input.
 *
 * @param input the raw values of one input, row-major: bytes of pixels, 0 to 255, where it was trained on images
 * @returns ${names === undefined ? "the values of the output" : "the probability of each class; of two classes, a single one may be that of the second"}
 * @throws {RangeError} for another number of values
 */
export function predict(input: ArrayLike<number>): Float32Array;
`;
  return { script, types };
}
