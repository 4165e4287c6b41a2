import type { PageInput } from "../prepare/PageInput.ts";
import type { ModuleParts } from "./ModuleParts.ts";
import { moduleScripts } from "./moduleScripts.generated.ts";
import { moduleTypes } from "./moduleTypes.ts";

/**
 * Writes a model as an ES module without imports: `predict(input)` takes the values of one input as the model does and gives those of the output;
 * `predictImage(image)` and `predictRow(row)` prepare a picture or a row of a table as those of training were.
 *
 * @returns the module, and its types for a `.d.ts` beside it
 * @example
 * const { script, types } = moduleText({ stored, classNames: metadata.classNames, title: "Digits" });
 */
export function moduleText(parts: ModuleParts): { script: string; types: string } {
  const { stored, classNames, title, input } = parts;
  const { inputShape } = stored.network;
  const script = `// ${title.replaceAll(/\s+/g, " ")}. Made by minibatch export; needs nothing else.
${moduleScripts[input?.kind ?? "numbers"]}
/** The shape of one input, row-major. */
export const inputShape = ${JSON.stringify(inputShape)};
${classNames === undefined ? "" : `/** The classes, in the order of the output. */\nexport const classNames = ${JSON.stringify(classNames)};\n`}const compute = standalone.openStored(${JSON.stringify(stored)});
/** What the model makes of one input. */
export function predict(input) {
  const size = inputShape.reduce((product, length) => product * length, 1);
  if (input.length !== size) throw new RangeError(\`predict takes \${size} values, the shape is [\${inputShape}], and got \${input.length}.\`);
  return compute(input);
}
${prepared(input)}`;
  return { script, types: moduleTypes(parts) };
}

/** What takes a picture or a row as people have them. */
function prepared(input: PageInput | undefined): string {
  if (input === undefined || input.kind === "numbers") return "";
  if (input.kind === "table") {
    return `/** What the model makes of a row. */
export function predictRow(row) {
  return compute(standalone.prepare(${JSON.stringify(input.encoding)}, row));
}
`;
  }
  return `/** What the model makes of a picture of any size. */
export function predictImage(image) {
  return compute(standalone.prepare(${JSON.stringify(input)}, image));
}
`;
}
