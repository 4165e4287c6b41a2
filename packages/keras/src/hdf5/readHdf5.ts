import { Cursor } from "../bytes/Cursor.ts";
import { corrupt, exceeded } from "../faults.ts";
import type { Hdf5Dataset, Hdf5Node } from "./Hdf5Node.ts";
import type { Message } from "./Hdf5Object.ts";
import { hdf5Signature } from "./hdf5Signature.ts";
import { deflateRatio, maxDepth, maxObjects } from "./limits.ts";
import { dataspaceMessage, datatypeMessage, filtersMessage, layoutMessage } from "./messageTypes.ts";
import { readDataspace, sizeOf } from "./readDataspace.ts";
import { readDatatype } from "./readDatatype.ts";
import { readLayout } from "./readLayout.ts";
import { readObject } from "./readObject.ts";
import { readValues } from "./readValues.ts";

/**
 * Reads the groups, data sets and attributes of an HDF5 file: what Keras and h5py write, in the oldest and in the newest format. Values
 * are read when they are asked for, and what only rare files need is loaded when one does.
 *
 * @throws {KerasError} `CORRUPT_FILE`, `UNSUPPORTED_FILE` for links that lead elsewhere and for rarer parts of the format,
 *   `LIMIT_EXCEEDED`
 */
export async function readHdf5(bytes: Uint8Array): Promise<Hdf5Node> {
  const file = new Cursor(bytes);
  const seen = new Set<number>();
  let budget = deflateRatio * bytes.length;
  return readNode(rootAddress(file.fork(1)), 0);

  // Hard links may make circles, and trees that double in size with every level.
  function visit(at: number): void {
    if (seen.has(at)) throw corrupt("a group stands in two places");
    seen.add(at);
  }

  async function readNode(at: number, depth: number): Promise<Hdf5Node> {
    visit(at);
    if (seen.size > maxObjects || depth > maxDepth)
      throw exceeded(`more than ${maxObjects} objects, or groups ${maxDepth} deep`);
    const { messages, links } = await readObject(file, at, visit);
    const children = new Map<string, Hdf5Node>();
    for (const [name, address] of links) {
      children.set(name, await readNode(address, depth + 1));
    }
    return { messages, children, ...datasetOf(messages) };
  }

  function datasetOf(messages: readonly Message[]): { readonly dataset?: Hdf5Dataset } {
    const message = (wanted: number): Cursor | undefined => {
      const body = messages.find(({ type }) => type === wanted)?.body;
      return body?.fork(body.at, body.end);
    };
    const [space, layout, datatype] = [dataspaceMessage, layoutMessage, datatypeMessage].map(message);
    if (!space || !layout || !datatype) return {};
    const shape = readDataspace(space);
    const type = readDatatype(datatype);
    const read: Hdf5Dataset["read"] = async () => {
      const size = sizeOf(shape);
      // The same bytes may be promised by many data sets.
      budget -= size * Math.max(type.bytes, 4);
      if (!(budget >= 0)) throw exceeded(`arrays that its ${bytes.length} bytes cannot hold`);
      const chunked = {
        shape,
        bytes: size * type.bytes,
        valueBytes: type.bytes,
        filters: message(filtersMessage),
      };
      return {
        shape,
        data: await readValues(await readLayout(layout.fork(layout.at, layout.end), chunked), size, type),
      };
    };
    return { dataset: { shape, read } };
  }
}

/** Reads the superblock, with which a file begins. */
function rootAddress(head: Cursor): number {
  head.expect(hdf5Signature);
  const version = head.version("a superblock", 0, 1, 2, 3);
  const modern = version >= 2;
  if (!modern) head.skip(4);
  if (head.uint(2) !== 0x808) throw corrupt("its addresses do not have 8 bytes");
  if (modern) head.skip(1 + 8 * 3);
  // Reserved, ranks of the trees, flags; in version 1 another rank; four addresses; the name of the root.
  else head.skip(1 + 4 + 4 + (version === 1 ? 4 : 0) + 32 + 8);
  return head.address();
}
