import type { SweepAxis, SweepValues } from "./axes/SweepAxis.ts";
import { drawSettings } from "./axes/drawSettings.ts";
import { gridOf } from "./axes/gridOf.ts";
import { entryHash } from "./entryHash.ts";
import { SweepError } from "./SweepError.ts";
import type { SweepBase, SweepSettings, SweepPlan } from "./SweepPlan.ts";

/** Options of {@link planSweep}. */
export interface SweepOptions {
  readonly name: string;
  /** What all entries have in common and what decides their results. */
  readonly base: SweepBase;
  /** The settings to vary. Ranges need `draws`. */
  readonly axes: readonly SweepAxis[];
  /**
   * The seeds for each combination of settings.
   *
   * @default the base's own, once
   */
  readonly seeds?: SweepValues | undefined;
  /**
   * How many combinations to draw, in place of all of them.
   *
   * @default all combinations
   */
  readonly draws?: number | undefined;
  /**
   * Fixes what is drawn.
   *
   * @default 1
   */
  readonly drawSeed?: number | undefined;
}

/** What job arrays take: Slurm's MaxArraySize is 1,001 by default, Kubernetes' Indexed Jobs 100,000. */
const mostEntries = 100_000;

/**
 * Lists the trainings of a grid or of a random search, each with a hash of all that decides its result.
 *
 * The same options give the same plan, byte for byte. Entries that differ in the seed alone stand side by side.
 *
 * @throws {SweepError} `INVALID_AXIS` for a setting that is named twice, a range without `draws`, or fewer combinations than draws;
 *   `TOO_MANY_ENTRIES` above 100,000
 * @example
 * const { entries } = await planSweep({ name: "rates", base: { recipe: "digits-cnn" }, axes: [parseAxis("learningRate=0.001,0.003")] });
 * entries[1].settings; // { learningRate: 0.003 }
 */
export async function planSweep(options: SweepOptions): Promise<SweepPlan> {
  const { name, base, axes, seeds, draws } = options;
  const all = seeds ? [...axes, seeds] : axes;
  const twice = all.find(({ setting }, index) => all.findIndex((axis) => axis.setting === setting) !== index);
  if (twice)
    throw new SweepError("INVALID_AXIS", `${twice.setting} is given twice: put its values into one list.`);
  const combinations = draws === undefined ? allOf(axes) : await drawn(axes, draws, options.drawSeed ?? 1);
  const count = combinations.length * (seeds?.values.length ?? 1);
  requireFew(count);
  const settings = combinations.flatMap((each) =>
    seeds ? seeds.values.map((seed) => ({ ...each, seed })) : [each],
  );
  return listEntries({ name, base, varied: all.filter(isVaried).map(({ setting }) => setting) }, settings);
}

/** Numbers the entries and hashes them. */
export async function listEntries(
  plan: Omit<SweepPlan, "format" | "entries">,
  settings: readonly SweepSettings[],
): Promise<SweepPlan> {
  const entries = await Promise.all(
    settings.map(async (each, index) => ({ index, hash: await entryHash(plan.base, each), settings: each })),
  );
  return { format: 1, ...plan, entries };
}

/** A list of one value sets all entries alike. */
function isVaried(axis: SweepAxis): boolean {
  return !("values" in axis) || axis.values.length > 1;
}

function allOf(axes: readonly SweepAxis[]): SweepSettings[] {
  const range = axes.find((axis) => !("values" in axis));
  if (range) {
    throw new SweepError(
      "INVALID_AXIS",
      `${range.setting} is a range, from which values are drawn: say how many with --random 20, or list the values.`,
    );
  }
  const values = axes.filter((axis) => "values" in axis);
  requireFew(values.reduce((product, axis) => product * axis.values.length, 1));
  return gridOf(values);
}

async function drawn(axes: readonly SweepAxis[], draws: number, seed: number): Promise<SweepSettings[]> {
  requireFew(draws);
  const found = new Map<string, SweepSettings>();
  // A list of few values gives the same combination often; a hundred times as many tries miss hardly any.
  for (let draw = 0; found.size < draws && draw < draws * 100; draw += 1) {
    const settings = await drawSettings(axes, seed, draw);
    const key = JSON.stringify(settings);
    if (!found.has(key)) found.set(key, settings);
  }
  if (found.size < draws) {
    throw new SweepError(
      "INVALID_AXIS",
      `${draws} different combinations were asked for and ${found.size} were found: ask for fewer, give more values, or leave --random out to take all.`,
    );
  }
  return [...found.values()];
}

function requireFew(count: number): void {
  if (count <= mostEntries) return;
  throw new SweepError(
    "TOO_MANY_ENTRIES",
    `The sweep would have ${count.toLocaleString("en")} entries, and ${mostEntries.toLocaleString("en")} is the most. Give fewer values, or draw some of them with --random 50.`,
  );
}
