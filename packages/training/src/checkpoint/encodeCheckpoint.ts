import { sha256 } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";
import type { Checkpoint } from "./Checkpoint.ts";
import type { NamedArray } from "./NamedArray.ts";
import { decodeSafetensors, encodeSafetensors } from "./safetensors.ts";

/** Raised when a newer minibatch writes what an older one cannot read. */
const version = 1;

/**
 * Turns a checkpoint into the bytes of one safetensors file, with a SHA-256 over all of it.
 *
 * @example
 * const bytes = await encodeCheckpoint(checkpoint); // keep them in a file or in IndexedDB
 */
export async function encodeCheckpoint(checkpoint: Checkpoint): Promise<Uint8Array<ArrayBuffer>> {
  const { weights, optimizer, bestWeights = [], averages = [], ...progress } = checkpoint;
  const tensors = new Map(
    Object.entries({ weights, optimizer, bestWeights, averages }).flatMap(([group, arrays]) =>
      arrays.map((array, index) => [`${group}/${index}/${array.name}`, array] as const),
    ),
  );
  const minibatch = JSON.stringify({ version, ...progress });
  const sha256 = await digest(minibatch, [...tensors.values()]);
  return encodeSafetensors({ tensors, metadata: { minibatch, sha256 } });
}

/**
 * Reads what {@link encodeCheckpoint} made.
 *
 * @throws {TrainingError} `CORRUPT_CHECKPOINT` when a single byte is wrong, or the file is something else
 * @example
 * await fit(model, train, { epochs: 10, resumeFrom: await decodeCheckpoint(bytes) });
 */
export async function decodeCheckpoint(bytes: Uint8Array): Promise<Checkpoint> {
  const { tensors, metadata } = decodeSafetensors(bytes);
  const { minibatch = "{}", sha256 } = metadata;
  const { version: found, ...progress } = parse(minibatch);
  if (found !== version) {
    throw corrupt(`it has version ${found ?? "none"}, and this release reads version ${version}`);
  }
  const group = (prefix: string): NamedArray[] =>
    [...tensors]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, array]) => ({ ...array, name: name.replace(/^[^/]+\/\d+\//, "") }));
  const weights = group("weights/");
  const optimizer = group("optimizer/");
  const bestWeights = group("bestWeights/");
  const averages = group("averages/");
  if ((await digest(minibatch, [...weights, ...optimizer, ...bestWeights, ...averages])) !== sha256) {
    throw corrupt("it does not match its checksum");
  }
  return {
    ...progress,
    weights,
    optimizer,
    ...(bestWeights.length > 0 && { bestWeights }),
    ...(averages.length > 0 && { averages }),
  };
}

function parse(
  json: string,
): Omit<Checkpoint, "weights" | "optimizer" | "bestWeights" | "averages"> & { readonly version?: number } {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw corrupt("its header is damaged", error);
  }
}

/** SHA-256 over the SHA-256 of each part, in lower-case hex. */
async function digest(header: string, arrays: readonly NamedArray[]): Promise<string> {
  const parts = [new TextEncoder().encode(header), ...arrays.map(({ data }) => data)];
  const hashes = await Promise.all(
    parts.map(({ buffer, byteOffset, byteLength }) => sha256(new Uint8Array(buffer, byteOffset, byteLength))),
  );
  const joined = hashes.join("").match(/../g) ?? [];
  return sha256(Uint8Array.from(joined, (digits) => Number.parseInt(digits, 16)));
}

function corrupt(what: string, cause?: unknown): TrainingError {
  return new TrainingError(
    "CORRUPT_CHECKPOINT",
    `The checkpoint cannot be used: ${what}. Delete it and train from the start, or restore the file.`,
    { cause },
  );
}
