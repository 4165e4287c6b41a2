import { corrupt } from "./faults.ts";

/** Reads a member of a `.keras` archive that every one has. */
export function readMember(
  members: ReadonlyMap<string, () => Promise<Uint8Array>>,
  name: string,
): Promise<Uint8Array> {
  const read = members.get(name);
  if (read !== undefined) return read();
  throw corrupt(`it has no ${name}`);
}
