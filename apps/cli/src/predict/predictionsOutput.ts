import { writeOut } from "../files/writeOut.ts";
import type { Output } from "../Output.ts";
import type { Answers } from "./Answers.ts";
import { classVerdict } from "./classVerdict.ts";
import { predictedOf } from "./valueTable.ts";
import type { Session } from "../Session.ts";
import { countText, percentText } from "../terminal/numberText.ts";
import { table } from "../terminal/table.ts";

/** Rows beyond so many are only counted on a terminal; a file has them all. */
const shownRows = 40;

/** An input that could not be read. */
export interface UnreadInput {
  readonly input: string;
  /** Goes on from its name: "ends early: copy or download it again". */
  readonly message: string;
}

/**
 * Says what was predicted, a row an input, as a table, as JSON, and as a CSV file where one is asked for. What could not be read is
 * named, and makes the exit code 1.
 *
 * @param rows what each row of the answers is called
 * @param out the CSV file, as it was typed
 */
export async function predictionsOutput(
  rows: readonly string[],
  answers: Answers,
  unread: readonly UnreadInput[],
  out: string | undefined,
  session: Session,
): Promise<Output> {
  const { header, cells, predictions } =
    answers.kind === "values" ? valueRows(rows, answers) : classRows(rows, answers);
  if (out !== undefined) {
    const lines = [header, ...cells].map((line) => line.map(quoted).join(","));
    await writeOut(out, `${lines.join("\n")}\n`, session);
  }
  const more = cells.length - shownRows;
  return {
    json: { predictions, ...(unread.length > 0 && { unread }), ...(out !== undefined && { out }) },
    text: () =>
      [
        ...(out === undefined
          ? [
              table(
                header.slice(0, 3),
                cells.slice(0, shownRows).map((line) => shown(line, answers)),
                ["left", "left", "right"],
                session.colour.bold,
              ),
              ...(more > 0
                ? [`and ${countText(more)} rows more; --out predictions.csv writes all of them\n`]
                : []),
            ]
          : [`${countText(cells.length)} rows in ${session.display(out)}\n`]),
        ...unread.map(({ input, message }) => `${input} ${message}\n`),
      ].join(""),
    code: unread.length > 0 ? 1 : 0,
  };
}

function valueRows(rows: readonly string[], { names, values }: Answers & { kind: "values" }) {
  const predictions = rows.map((input, row) => ({ input, predicted: predictedOf(values, row) }));
  return {
    header: ["input", ...names],
    cells: predictions.map(({ input, predicted }) => [input, ...[predicted].flat().map(String)]),
    predictions,
  };
}

function classRows(rows: readonly string[], answers: Answers & { kind: "classes" }) {
  const verdicts = rows.map((input, row) => ({ input, ...classVerdict(answers, row, undefined) }));
  const { names, probabilities } = answers;
  return {
    header: ["input", "class", "probability", ...names],
    cells: verdicts.map(({ input, answer, top }, row) => [
      input,
      answer,
      String(top[0]?.probability ?? Number.NaN),
      ...names.map((_, index) => String(probabilities.data[row * names.length + index])),
    ]),
    predictions: verdicts.map(({ input, json }) => ({ input, ...json })),
  };
}

function shown([input = "", answer = "", probability]: readonly string[], { kind }: Answers): string[] {
  return kind === "values"
    ? [input, Number(answer).toPrecision(6)]
    : [input, answer, percentText(Number(probability), 1)];
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
