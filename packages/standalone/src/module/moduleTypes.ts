import type { TableEncoding } from "@minibatch/tables";
import type { PageInput } from "../prepare/PageInput.ts";
import type { ModuleParts } from "./ModuleParts.ts";

/** The types of a module, with what its functions take and give. */
export function moduleTypes({ classNames, input }: ModuleParts): string {
  const named = classNames !== undefined;
  const output = named
    ? "the probability of each class; of two classes, a single one may be that of the second"
    : "the values of the output";
  return `/** The shape of one input, row-major. */
export const inputShape: readonly number[];
${named ? "/** The classes, in the order of the output. */\nexport const classNames: readonly string[];\n" : ""}/**
 * What the model makes of one input.
 *
 * @param input ${rawInput(input)}
 * @returns ${output}
 * @throws {RangeError} for another number of values
 */
export function predict(input: ArrayLike<number>): Float32Array;
${preparedTypes(input, output)}`;
}

function rawInput(input: PageInput | undefined): string {
  if (input?.kind === "table")
    return "the values that a row becomes, as training encoded them: predictRow does that";
  if (input?.kind === "numbers") return `${input.names.join(", ").replaceAll("*/", "* /")}, in this order`;
  return "the raw values of one input, row-major: bytes of pixels, 0 to 255, where it was trained on images";
}

function preparedTypes(input: PageInput | undefined, output: string): string {
  if (input === undefined || input.kind === "numbers") return "";
  if (input.kind === "table") {
    // What a model carries was written by @minibatch/tables.
    const { columns } = input.encoding as TableEncoding;
    return `/** A row of the table: what is not known is null. */
export interface Row {
${columns.map((column) => `  readonly ${JSON.stringify(column.name)}: ${cellType(column)} | null;`).join("\n")}
}
/**
 * What the model makes of a row, prepared as those of training were. A category that training did not see counts as none of the known ones.
 *
 * @returns ${output}
 * @throws {RangeError} for a number or a date that cannot be read
 * @throws {Error} for a column that is missing
 */
export function predictRow(row: Row): Float32Array;
`;
  }
  return `/** A picture of any size, such as an ImageData: red, green, blue and opacity of each pixel, 0 to 255. */
export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}
/**
 * What the model makes of a picture, prepared as those of training were.
 *
 * @returns ${output}
 * @throws {Error} for a picture ${input.kind === "drawing" ? "with nothing on it, or one " : ""}with another number of values
 */
export function predictImage(image: RgbaImage): Float32Array;
`;
}

function cellType(column: TableEncoding["columns"][number]): string {
  if (column.kind === "number") return "number";
  if (column.kind === "date") return "string | Date";
  const values = "values" in column ? column.values : "categories" in column ? column.categories : [];
  // Others are taken, too.
  const texts = [...values.map((value) => JSON.stringify(value)), "(string & {})"];
  return [...texts, ...(column.kind === "boolean" ? ["boolean"] : []), "number"].join(" | ");
}
