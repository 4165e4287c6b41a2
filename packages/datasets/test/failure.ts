import { expect } from "vitest";
import { DatasetError } from "../src/DatasetError.ts";

/** The DatasetError that `promise` must reject with. */
export async function failure(promise: Promise<unknown>): Promise<DatasetError> {
  const error = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(DatasetError);
  return error as DatasetError;
}
