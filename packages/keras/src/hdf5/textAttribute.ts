import type { Cursor } from "../bytes/Cursor.ts";
import { convertValues } from "./convertValues.ts";
import type { Hdf5Array, Hdf5Node } from "./Hdf5Node.ts";
import { attributeMessage } from "./messageTypes.ts";
import { readDataspace, sizeOf } from "./readDataspace.ts";
import { readDatatype } from "./readDatatype.ts";

/** The attributes of a group or a data set, by their names. */
function attributesOf({ messages }: Hdf5Node): Map<string, Hdf5Array["data"]> {
  return new Map(
    messages
      .filter(({ type }) => type === attributeMessage)
      .map(({ body }) => readAttribute(body.fork(body.at, body.end))),
  );
}

/** The attribute of this name, where it is one text. */
export function textAttribute(node: Hdf5Node, name: string): string | undefined {
  const [text] = attributesOf(node).get(name) ?? [];
  return typeof text === "string" ? text : undefined;
}

/** The attribute of this name, where it is a list of texts; long ones are cut into `name0`, `name1` … */
export function textsAttribute(node: Hdf5Node, name: string): string[] {
  const attributes = attributesOf(node);
  const whole = attributes.get(name);
  if (whole !== undefined) return Array.isArray(whole) ? whole : [];
  const parts: string[] = [];
  for (let i = 0; ; i++) {
    const part = attributes.get(`${name}${i}`);
    if (!Array.isArray(part)) return parts;
    parts.push(...part);
  }
}

function readAttribute(body: Cursor): [string, Hdf5Array["data"]] {
  const version = body.version("an attribute", 1, 2, 3);
  body.skip(1);
  const [nameBytes, typeBytes, spaceBytes] = [body.uint(2), body.uint(2), body.uint(2)];
  if (version === 3) body.skip(1);
  const part = (bytes: number): Cursor => {
    const start = body.at;
    body.skip(version === 1 ? Math.ceil(bytes / 8) * 8 : bytes);
    return body.fork(start, start + bytes);
  };
  const name = part(nameBytes).zeroEnded();
  const type = part(typeBytes);
  const size = sizeOf(readDataspace(part(spaceBytes)));
  return [name, convertValues(body.bytes.subarray(body.at, body.end), size, readDatatype(type))];
}
