import { WorkerError } from "./WorkerError.ts";

/** As much of a file that a person chose as is looked at before it is read. */
export type OfferedFile = Pick<File, "name" | "webkitRelativePath" | "size">;

/** A file, and its path within the folder that was chosen. */
export interface AcceptedFile<Offered extends OfferedFile> {
  readonly path: string;
  readonly file: Offered;
}

/** All that a saved run or model has here, in bytes: the largest network of the recipes, its optimizer included, has 15 MB. */
export const maxBytes = 512 * 1024 * 1024;
/** 200,000 epochs of four numbers each are a tenth of it. */
const maxJson = 128 * 1024 * 1024;

/** What a run folder or a saved model is made of. */
const wanted =
  /(^|\/)((run|model|confusion-matrix|samples|predictions|experiment)\.json|latest\.safetensors|[^/]+\.(bin|zip|keras|h5))$/i;

/**
 * Chooses among files those that a run or a model is made of, by name and size alone: a whole folder may have been chosen, and what is
 * not wanted is not read.
 *
 * @throws {WorkerError} `FILE_TOO_LARGE`, `FILES_TOO_LARGE`
 */
export function acceptedFiles<Offered extends OfferedFile>(
  offered: Iterable<Offered>,
): AcceptedFile<Offered>[] {
  const accepted = [...offered]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => wanted.test(path));
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 ** 2)} MB`;
  const long = accepted.find(({ path, file }) => path.endsWith(".json") && file.size > maxJson);
  if (long) {
    const [size, most] = [megabytes(long.file.size), megabytes(maxJson)];
    throw new WorkerError(
      "FILE_TOO_LARGE",
      `${long.path} has ${size}, but no such file of minibatch has more than ${most}.`,
      [long.path, size, most],
    );
  }
  const total = accepted.reduce((sum, { file }) => sum + file.size, 0);
  if (total > maxBytes) {
    const [size, most] = [megabytes(total), megabytes(maxBytes)];
    throw new WorkerError(
      "FILES_TOO_LARGE",
      `These files have ${size}, but no run or model here has more than ${most}. Choose one of them.`,
      [size, most],
    );
  }
  return accepted;
}
