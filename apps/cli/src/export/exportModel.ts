import { basename, dirname, join } from "node:path";
import type { WeightFormat } from "@minibatch/standalone";
import { CliError } from "../CliError.ts";
import { notWritable } from "../files/notWritable.ts";
import type { Output } from "../Output.ts";
import { isModelFile } from "../run/isModelFile.ts";
import { openModel } from "../run/openModel.ts";
import { writeFileAtomic } from "../files/writeFileAtomic.ts";
import type { CommonOptions, Session } from "../Session.ts";
import { byteText } from "../terminal/byteText.ts";
import { exportTargets } from "./exportTargets.ts";
import type { ExportTarget } from "./ExportTarget.ts";

/** Options of `minibatch export`. */
export interface ExportOptions extends CommonOptions {
  readonly to: string;
  readonly out?: string;
  readonly weights?: WeightFormat;
}

/** Writes a model in another format. */
export async function exportModel(path: string, options: ExportOptions, session: Session): Promise<Output> {
  const target = targetOf(options.to);
  const { startBackend } = await import("@minibatch/backends");
  await startBackend(target.backend ?? "cpu");
  const loaded = await openModel(path, session);
  const out = options.out === undefined ? defaultOut(path, target, session) : session.resolve(options.out);
  const { weights } = options;
  const encoded = await target.encode(loaded, { path, weights, session });
  session.status.clear();
  loaded.model.dispose();
  const files = encoded instanceof Uint8Array ? new Map([["", encoded]]) : encoded;
  try {
    for (const [name, contents] of files) await writeFileAtomic(join(out, name), contents);
  } catch (cause) {
    throw notWritable(session.display(out), cause, "place");
  }
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  return {
    json: { to: target.name, out: session.display(out), bytes },
    text: () => `${session.colour.bold(session.display(out))}  ${byteText(bytes)}, ${target.title}\n`,
  };
}

function targetOf(name: string): ExportTarget {
  const target = exportTargets.find((known) => known.name === name);
  if (target !== undefined) return target;
  const names = exportTargets.map((known) => known.name).join(", ");
  const meant = exportTargets.find(({ ending }) => ending === `.${name}`);
  const hint = meant === undefined ? "" : ` A .${name} file comes of --to ${meant.name}: ${meant.title}.`;
  throw new CliError("INVALID_USAGE", `--to takes one of ${names}, not ${name}.${hint}`);
}

/** In the folder of a run; beside a file; here, for what came from an address. */
function defaultOut(path: string, { ending }: ExportTarget, session: Session): string {
  const isAddress = /^https?:\/\//i.test(path);
  const resolved = session.resolve(
    isAddress ? (new URL(path).pathname.split("/").findLast(Boolean) ?? "model") : path,
  );
  const name = basename(resolved).replace(/\.(keras|h5|hdf5|json)$/i, "");
  if (isAddress || isModelFile(resolved)) return join(dirname(resolved), `${name}${ending}`);
  return join(resolved, "export", `${name}${ending}`);
}
