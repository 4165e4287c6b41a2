import { TrainingError } from "../TrainingError.ts";
import type { Checkpoint, NamedArray } from "./Checkpoint.ts";
import { decodeSafetensors, encodeSafetensors } from "./safetensors.ts";

/** Raised when a newer minibatch writes what an older one cannot read. */
const version = 1;

/**
 * Turns a checkpoint into the bytes of one safetensors file, with a SHA-256 over its values.
 *
 * @example
 * const bytes = await encodeCheckpoint(checkpoint); // keep them in a file or in IndexedDB
 */
export async function encodeCheckpoint(checkpoint: Checkpoint): Promise<Uint8Array<ArrayBuffer>> {
  const { weights, optimizer, ...progress } = checkpoint;
  const tensors = new Map([
    ...weights.map((array, index) => [`weights/${index}/${array.name}`, array] as const),
    ...optimizer.map((array, index) => [`optimizer/${index}/${array.name}`, array] as const),
  ]);
  const sha256 = await digest([...tensors.values()]);
  return encodeSafetensors({
    tensors,
    metadata: { minibatch: JSON.stringify({ version, ...progress, sha256 }) },
  });
}

/**
 * Reads what {@link encodeCheckpoint} made.
 *
 * @throws {TrainingError} `CORRUPT_CHECKPOINT` when a single byte is wrong, or the file is something else
 */
export async function decodeCheckpoint(bytes: Uint8Array): Promise<Checkpoint> {
  const { tensors, metadata } = decodeSafetensors(bytes);
  const { version: found, sha256, ...progress } = JSON.parse(metadata["minibatch"] ?? "{}");
  if (found !== version) {
    throw corrupt(`it has version ${found ?? "none"}, and this release reads version ${version}`);
  }
  const group = (prefix: string): NamedArray[] =>
    [...tensors]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, array]) => ({ ...array, name: name.replace(/^[^/]+\/\d+\//, "") }));
  const weights = group("weights/");
  const optimizer = group("optimizer/");
  if ((await digest([...weights, ...optimizer])) !== sha256)
    throw corrupt("its values do not match their checksum");
  return { ...progress, weights, optimizer };
}

async function digest(arrays: readonly NamedArray[]): Promise<string> {
  const hashes = await Promise.all(
    arrays.map(({ data }) =>
      crypto.subtle.digest("SHA-256", data as BufferSource).then((hash) => new Uint8Array(hash)),
    ),
  );
  const joined = new Uint8Array(hashes.length * 32);
  for (const [index, hash] of hashes.entries()) joined.set(hash, index * 32);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", joined));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function corrupt(what: string): TrainingError {
  return new TrainingError(
    "CORRUPT_CHECKPOINT",
    `The checkpoint cannot be used: ${what}. Delete it and train from the start, or restore the file.`,
  );
}
