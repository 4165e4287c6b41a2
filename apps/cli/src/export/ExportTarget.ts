import type { BackendName } from "@minibatch/backends";
import type { LoadedModel } from "@minibatch/models";
import type { WeightFormat } from "@minibatch/standalone";
import type { Session } from "../Session.ts";

/** What an export goes by beside the model. */
export interface ExportContext {
  /** The run or the model, as it was typed. */
  readonly path: string;
  /** How weights are stored, where the format has a choice. */
  readonly weights?: WeightFormat | undefined;
  readonly session: Session;
}

/** A format that a model can leave in. */
export interface ExportTarget {
  /** What `--to` takes. */
  readonly name: string;
  /** What it is, in a few words, for the help. */
  readonly title: string;
  /** The ending of the file, or of the folder where there are several files. */
  readonly ending: string;
  /**
   * What it takes to make it.
   *
   * @default "cpu", which starts at once: nothing is computed
   */
  readonly backend?: BackendName;
  /** Makes the file; or the files, by their names, that lie in a folder. */
  encode(loaded: LoadedModel, context: ExportContext): Promise<Uint8Array | ReadonlyMap<string, Uint8Array>>;
}
