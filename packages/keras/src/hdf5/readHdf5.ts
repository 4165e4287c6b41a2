import { corrupt } from "../faults.ts";
import { KerasError } from "../KerasError.ts";
import { Cursor } from "./Cursor.ts";
import { decodeValues } from "./decodeValues.ts";
import { readFilters } from "./filters.ts";
import { groupLinks } from "./groupLinks.ts";
import type { Hdf5Array, Hdf5Group, Hdf5Node } from "./Hdf5Node.ts";
import { maxDepth, maxObjects, maxValueBytes } from "./limits.ts";
import { readAttribute } from "./readAttribute.ts";
import { readChunks } from "./readChunks.ts";
import { readDataspace, sizeOf } from "./readDataspace.ts";
import { readDatatype } from "./readDatatype.ts";
import { readLayout } from "./readLayout.ts";
import { type Message, messageTypes, readObjectHeader } from "./readObjectHeader.ts";

const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** Whether bytes start as every HDF5 file does. */
export function isHdf5(bytes: Uint8Array): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/**
 * Reads the groups, data sets and attributes of an HDF5 file: what Keras and h5py write, in the oldest and in the newest format. Values
 * are read when they are asked for.
 *
 * @throws {KerasError} `CORRUPT_FILE`, `UNSUPPORTED_FILE` for links that lead elsewhere and for rarer parts of the format,
 *   `LIMIT_EXCEEDED`
 */
export function readHdf5(bytes: Uint8Array): Hdf5Group {
  return new Hdf5File(bytes).root();
}

class Hdf5File {
  readonly #file: Cursor;
  readonly #seen = new Set<number>();
  #budget: number;

  constructor(bytes: Uint8Array) {
    this.#file = new Cursor(bytes);
    this.#budget = maxValueBytes(bytes.length);
  }

  root(): Hdf5Group {
    const node = this.#node(rootAddress(this.#file), 0);
    if (node.kind === "group") return node;
    throw corrupt("it has no groups");
  }

  #node(at: number, depth: number): Hdf5Node {
    // Hard links may make circles, and trees that double in size with every level.
    if (this.#seen.has(at)) throw corrupt("a group in it is within itself, or stands in two places");
    this.#seen.add(at);
    if (this.#seen.size > maxObjects || depth > maxDepth) {
      throw new KerasError(
        "LIMIT_EXCEEDED",
        `The file has more than ${maxObjects} objects, or groups within groups ${maxDepth} deep: it is no model.`,
      );
    }
    const messages = readObjectHeader(this.#file, at);
    const attributes = new Map(
      messages
        .filter(({ type }) => type === messageTypes.attribute)
        .map(({ body }) => readAttribute(body, this.#file)),
    );
    const layout = messages.find(({ type }) => type === messageTypes.layout);
    if (layout !== undefined) return this.#dataset(messages, layout, attributes);
    const children = new Map<string, Hdf5Node>();
    for (const [name, address] of groupLinks(messages, this.#file)) {
      children.set(name, this.#node(address, depth + 1));
    }
    return { kind: "group", attributes, children };
  }

  #dataset(
    messages: readonly Message[],
    layoutMessage: Message,
    attributes: Map<string, Hdf5Array>,
  ): Hdf5Node {
    const body = (wanted: number): Cursor | undefined => messages.find(({ type }) => type === wanted)?.body;
    const space = body(messageTypes.dataspace);
    const typeBody = body(messageTypes.datatype);
    const filterBody = body(messageTypes.filters);
    if (space === undefined || typeBody === undefined)
      throw corrupt("a data set in it has no shape or no type");
    const shape = readDataspace(space);
    return {
      kind: "dataset",
      attributes,
      shape,
      read: async () => {
        const type = readDatatype(this.#file.fork(typeBody.at, typeBody.end));
        const size = sizeOf(shape);
        this.#spend(size * Math.max(type.bytes, 4));
        const layout = readLayout(this.#file.fork(layoutMessage.body.at, layoutMessage.body.end));
        const filters = filterBody ? readFilters(this.#file.fork(filterBody.at, filterBody.end)) : [];
        const bytes =
          layout.kind === "whole"
            ? layout.bytes
            : await readChunks(layout, shape, type.bytes, filters, this.#file);
        return { shape, data: decodeValues(bytes, size, type, this.#file) };
      },
    };
  }

  /** The same bytes may be promised by many data sets. */
  #spend(bytes: number): void {
    this.#budget -= bytes;
    if (this.#budget >= 0) return;
    throw new KerasError(
      "LIMIT_EXCEEDED",
      `The arrays of the file take more memory than its ${this.#file.bytes.length} bytes can hold: it is damaged or made to harm.`,
    );
  }
}

function rootAddress(file: Cursor): number {
  const head = file.fork(0);
  if (!isHdf5(file.bytes)) throw corrupt("it does not start as an HDF5 file does");
  head.skip(8);
  const version = head.version("a superblock", 0, 1, 2, 3);
  const modern = version >= 2;
  if (!modern) head.skip(4);
  if (head.uint(1) !== 8 || head.uint(1) !== 8) throw corrupt("its addresses do not have 8 bytes");
  if (modern) {
    head.skip(1 + 8 * 3);
    return head.address();
  }
  // Reserved, ranks of the trees, flags; in version 1 another rank; four addresses; the name of the root.
  head.skip(1 + 4 + 4 + (version === 1 ? 4 : 0) + 32 + 8);
  return head.address();
}
