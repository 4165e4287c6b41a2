import { listBackends } from "@minibatch/backends";
import type { Output } from "../Output.ts";
import type { Session } from "../Session.ts";
import { countText } from "../terminal/numberText.ts";
import { table } from "../terminal/table.ts";
import { wrap } from "../terminal/wrap.ts";
import type { BackendsOptions } from "./BackendsOptions.ts";
import { benchBackends, type MeasuredBackend } from "./benchBackends.ts";

/** Shows the table of backends, and what to do for those that do not run. */
export async function showBackends({ bench }: BackendsOptions, session: Session): Promise<Output> {
  const statuses = await listBackends();
  const backends = bench ? await benchBackends(statuses, session) : statuses;
  return { json: { backends }, text: () => textOf(backends, bench === true, session) };
}

function textOf(backends: readonly MeasuredBackend[], bench: boolean, { colour, width }: Session): string {
  const head = ["backend", "runs here", "on", ...(bench ? ["samples/s"] : [])];
  const rows = backends.map((backend) => [
    backend.name,
    backend.available ? "yes" : "no",
    backend.available ? deviceOf(backend) : backend.reason,
    ...(bench ? [speedOf(backend)] : []),
  ]);
  const missing = backends.filter(({ available }) => !available);
  const indent = " ".repeat(Math.max(...backends.map(({ name }) => name.length)) + 2);
  const fixes = missing.map(({ name, fix }) => `${name.padEnd(indent.length)}${wrap(fix, width, indent)}\n`);
  const chosen = backends.find(({ available, emulated }) => available && !emulated);
  const notes = [
    ...(bench ? ["Training a dense network of 784-512-10 in batches of 128, samples in a second."] : []),
    ...(chosen ? [`Without --backend, ${chosen.name} is taken.`] : []),
  ];
  const note = colour.dim(`\n${notes.join("\n")}\n`);
  const what = fixes.length > 0 ? `\n${colour.bold("To get the others")}\n${fixes.join("")}` : "";
  return table(head, rows, ["left", "left", "left", "right"], colour.bold) + note + what;
}

function deviceOf({ device, emulated }: MeasuredBackend): string {
  return emulated ? `${device}, which the CPU plays` : device;
}

function speedOf({ samplesPerSecond, failure }: MeasuredBackend): string {
  if (failure !== undefined) return "failed";
  return samplesPerSecond === undefined ? "" : countText(Math.round(samplesPerSecond));
}
