import { readFile } from "node:fs/promises";
import { prepareDigit } from "@minibatch/datasets";
import { CliError } from "../CliError.ts";
import { readPng } from "./readPng.ts";

/**
 * Reads a picture of a digit from a PNG file.
 *
 * @param path where it lies
 * @param name what messages call it
 * @returns 28 x 28 bytes, light on black
 * @throws {CliError} `INVALID_IMAGE`
 */
export async function digitFromFile(path: string, name: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new CliError(
      "INVALID_IMAGE",
      `The image ${name} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}. ` +
        "Give a PNG file, or a sample of a dataset such as mnist:test:42.",
      { cause },
    );
  });
  try {
    return prepareDigit(readPng(bytes));
  } catch (cause) {
    throw new CliError(
      "INVALID_IMAGE",
      `The image ${name} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}. ` +
        "Give a PNG file with one digit on plain ground.",
      { cause },
    );
  }
}
