import type { ClassAnswers } from "./Answers.ts";
import type { ClassProbability } from "../terminal/probabilityBars.ts";

/** What the model says of one input, for people: the answer, and each class with the most probable first. */
export interface ClassVerdict {
  readonly answer: string;
  readonly top: readonly ClassProbability[];
  /** The part of the JSON that says it. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** From this probability on, a class that is there or not by itself is there. */
const THERE = 0.5;

/** The verdict on one row of answers. */
export function classVerdict(
  { names, probabilities, independent }: ClassAnswers,
  row: number,
  label: string | undefined,
): ClassVerdict {
  const classes = names.map((name, index) => ({
    name,
    probability: probabilities.data[row * names.length + index] ?? Number.NaN,
  }));
  const top = classes.toSorted((a, b) => b.probability - a.probability);
  const there = classes.filter(({ probability }) => probability >= THERE).map(({ name }) => name);
  const first = top[0]?.name ?? "";
  return {
    answer: independent ? there.join(", ") || "none" : first,
    top,
    json: {
      class: first,
      ...(independent ? { classes: there } : {}),
      ...(label === undefined ? {} : { label }),
      probabilities: Object.fromEntries(classes.map(({ name, probability }) => [name, probability])),
    },
  };
}
