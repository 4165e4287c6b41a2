import { existsSync } from "node:fs";
import { dirname, relative } from "node:path";
import { chooseMeasure, halve } from "@minibatch/sweeps";
import { CliError } from "../CliError.ts";
import type { Output } from "../Output.ts";
import { jsonText } from "../run/jsonText.ts";
import { writeFileAtomic } from "../files/writeFileAtomic.ts";
import type { Session } from "../Session.ts";
import { openSweep } from "./openSweep.ts";
import { readOutcomes } from "./readOutcome.ts";
import { settingsText } from "./settingsText.ts";

/** The options of `minibatch sweep halve`, as they were typed. */
export interface HalveSweepOptions {
  readonly epochs: number;
  readonly keep?: number;
  readonly measure?: string;
  readonly out: string;
  readonly force?: boolean;
}

/** Plans the next round: the best combinations for more epochs. Their runs go on where they are. */
export async function halveSweep(
  path: string,
  options: HalveSweepOptions,
  session: Session,
): Promise<Output> {
  const sweep = await openSweep(path, session);
  const file = session.resolve(options.out);
  if (existsSync(file) && !options.force) {
    throw new CliError(
      "FILE_EXISTS",
      `${options.out} is there already. Name another file with -o, or add --force.`,
    );
  }
  const outcomes = await readOutcomes(sweep);
  const measure = chooseMeasure(outcomes, options.measure);
  const { epochs, keep } = options;
  const continues = relative(dirname(file), sweep.file).replaceAll("\\", "/");
  const next = await halve(sweep.plan, outcomes, { measure, epochs, keep, continues });
  await writeFileAtomic(file, jsonText(next));
  const out = session.display(file);
  return {
    json: { out, entries: next.entries.length, measure: measure.name },
    text: () =>
      [
        ...next.entries.map(({ index, settings }) => `${index}  ${settingsText(settings, next.varied)}`),
        `${next.entries.length} of ${sweep.plan.entries.length} go on. Try next:`,
        `  ${session.colour.cyan(session.commandLine("sweep", "run", out))}`,
        "",
      ].join("\n"),
  };
}
