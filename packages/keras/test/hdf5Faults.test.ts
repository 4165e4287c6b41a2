import { expect, it } from "vitest";
import { findNode } from "../src/hdf5/findNode.ts";
import type { Hdf5Draft } from "../src/hdf5/Hdf5Draft.ts";
import {
  attributeMessage,
  dataspaceMessage,
  datatypeMessage,
  filtersMessage,
  layoutMessage,
} from "../src/hdf5/messageTypes.ts";
import { readHdf5 } from "../src/hdf5/readHdf5.ts";
import { textAttribute } from "../src/hdf5/textAttribute.ts";
import { writeHdf5 } from "../src/hdf5/writeHdf5.ts";
import type { KerasError } from "../src/KerasError.ts";
import { hdf5Bytes } from "./hdf5Reference.ts";

const CORRUPT = ["CORRUPT_FILE", "The file is damaged: ", ". Save or download it again."] as const;
const UNSUPPORTED = [
  "UNSUPPORTED_FILE",
  "The file has ",
  ", which is not read here. Load it in Keras and save it again, as .keras or .h5.",
] as const;

/** A file of h5py's, whose bytes a test changes. */
interface Reference {
  readonly file: DataView;
  /** Where a message of an object starts. */
  readonly message: (path: string, type: number) => number;
  /** Where a structure of this signature starts: the first of them, or the next behind a place. */
  readonly find: (signature: string, from?: number) => number;
  /** The address that stands at a place. */
  readonly pointer: (at: number) => number;
}

async function reference(name: string): Promise<Reference> {
  const bytes = hdf5Bytes(name);
  const root = await readHdf5(bytes.slice());
  const file = new DataView(bytes.buffer);
  return {
    file,
    message(path, wanted) {
      const node = path === "" ? root : findNode(root, path);
      const message = node?.messages.find(({ type }) => type === wanted);
      if (message === undefined) throw new Error(`${path} has no message ${wanted}`);
      return message.body.at;
    },
    find(signature, from = 0) {
      const at = Buffer.from(bytes).indexOf(signature, from);
      if (at < 0) throw new Error(`There is no ${signature}`);
      return at;
    },
    pointer: (at) => Number(file.getBigUint64(at, true)),
  };
}

type Place = (reference: Reference) => number;

/** Where a message of an object says this, so many bytes behind its start. */
const inMessage =
  (path: string, type: number, offset = 0): Place =>
  ({ message }) =>
    message(path, type) + offset;

/** Where the index of a data set's chunks says this; the layout message has its address at `at`. */
const inIndex =
  (path: string, at: number, offset: number): Place =>
  ({ message, pointer }) =>
    pointer(message(path, layoutMessage) + at) + offset;

/** Puts another byte at a place. */
const byte =
  (place: Place, value: number) =>
  (reference: Reference): void =>
    reference.file.setUint8(place(reference), value);

const faults: readonly (readonly [
  kind: typeof CORRUPT | typeof UNSUPPORTED,
  what: string,
  format: string,
  /** What is read: a data set, or, behind an @, a text of the root. */
  path: string,
  damage: (reference: Reference) => void,
])[] = [
  [UNSUPPORTED, "a superblock of version 4", "oldest", "", byte(() => 8, 4)],
  [CORRUPT, "its addresses do not have 8 bytes", "oldest", "", byte(() => 13, 4)],
  [CORRUPT, "its addresses do not have 8 bytes", "newest", "", byte(() => 9, 4)],
  [CORRUPT, "a part of it does not start at byte 1, where it should", "oldest", "", byte(() => 1, 0)],
  [UNSUPPORTED, "an object header of version 3", "oldest", "", byte(({ pointer }) => pointer(64), 3)],
  [UNSUPPORTED, "an object header of version 3", "newest", "", byte(({ find }) => find("OHDR") + 4, 3)],
  [
    CORRUPT,
    "an object header does not end",
    "newest",
    "",
    // A block that continues a header starts with a message that says that the block itself does.
    ({ file, find }) => {
      const block = find("OCHK");
      file.setUint8(block + 4, 0x10);
      file.setBigUint64(block + 8, BigInt(block), true);
      file.setBigUint64(block + 16, 32n, true);
    },
  ],
  [
    CORRUPT,
    "a group stands in two places",
    "oldest",
    "",
    ({ file, find }) => {
      const tree = find("TREE");
      file.setUint8(tree + 5, 1);
      file.setBigUint64(tree + 32, BigInt(tree), true);
    },
  ],
  [UNSUPPORTED, "a shape of version 3", "oldest", "whole", byte(inMessage("whole", dataspaceMessage), 3)],
  [CORRUPT, "an array has 33 axes", "oldest", "whole", byte(inMessage("whole", dataspaceMessage, 1), 33)],
  [UNSUPPORTED, "a shared data type", "oldest", "whole", byte(inMessage("whole", datatypeMessage, -4), 2)],
  [UNSUPPORTED, "a shared data type", "newest", "whole", byte(inMessage("whole", datatypeMessage, -1), 2)],
  [UNSUPPORTED, "a layout of version 2", "oldest", "whole", byte(inMessage("whole", layoutMessage), 2)],
  [UNSUPPORTED, "a virtual data set", "oldest", "whole", byte(inMessage("whole", layoutMessage, 1), 3)],
  [
    CORRUPT,
    "an array of 60 values has 239 bytes",
    "oldest",
    "whole",
    ({ file, message }) => file.setUint32(message("whole", layoutMessage) + 10, 239, true),
  ],
  [
    CORRUPT,
    "an array of 60 values has 479 bytes",
    "oldest",
    "double",
    ({ file, message }) => file.setUint32(message("double", layoutMessage) + 10, 479, true),
  ],
  [
    CORRUPT,
    "an array of 1000 values has 48 bytes in place of 16000",
    "oldest",
    "@text",
    // Behind the name of the attribute and its type, of 24 bytes, stands its shape: three texts.
    ({ file, find }) => file.setUint32(find("list\0") + 8 + 24 + 8, 1000, true),
  ],
  [UNSUPPORTED, "an attribute of version 4", "oldest", "@text", byte(inMessage("", attributeMessage), 4)],
  [
    UNSUPPORTED,
    "values of the HDF5 type 0 with 3 bytes",
    "oldest",
    "shorts",
    ({ file, message }) => {
      file.setUint8(message("shorts", datatypeMessage) + 4, 3);
      file.setUint8(message("shorts", dataspaceMessage) + 8, 2);
    },
  ],
  [CORRUPT, "a text is missing in it", "oldest", "@text", byte(({ find }) => find("GCOL") + 16, 99)],
  [
    CORRUPT,
    "the chunks of a data set have other axes than it has",
    "oldest",
    "chunks",
    byte(inMessage("chunks", layoutMessage, 2), 4),
  ],
  [
    CORRUPT,
    "a chunk in it has no values",
    "oldest",
    "chunks",
    byte(inMessage("chunks", layoutMessage, 11), 0),
  ],
  [
    CORRUPT,
    "the index of a data set is one of something else",
    "oldest",
    "chunks",
    byte(inIndex("chunks", 3, 4), 0),
  ],
  [
    CORRUPT,
    "the index of a data set does not end",
    "oldest",
    "chunks",
    // The first child of a node, behind its key of a length, a mask and an offset on three axes, is the node itself.
    ({ file, message, pointer }) => {
      const node = pointer(message("chunks", layoutMessage) + 3);
      file.setUint8(node + 5, 1);
      file.setBigUint64(node + 24 + 8 + 3 * 8, BigInt(node), true);
    },
  ],
  [
    UNSUPPORTED,
    "a list of filters of version 3",
    "oldest",
    "zipped",
    byte(inMessage("zipped", filtersMessage), 3),
  ],
  [
    CORRUPT,
    "a chunk has 32 bytes in place of 24",
    "oldest",
    "shuffled",
    byte(inMessage("shuffled", layoutMessage, 11), 3),
  ],
  [
    CORRUPT,
    "its zipped data cannot be unzipped",
    "oldest",
    "cube",
    byte(inMessage("cube", layoutMessage, 11), 1),
  ],
  [
    CORRUPT,
    "the index of a data set has another length",
    "newest",
    "chunks",
    byte(inIndex("chunks", 10, 8), 7),
  ],
  [
    UNSUPPORTED,
    "a data set of 8 chunks in the newest format of HDF5",
    "newest",
    "chunks",
    byte(inIndex("chunks", 10, 7), 2),
  ],
  [
    CORRUPT,
    "a data set in it has 200000 chunks",
    "newest",
    "tiles",
    ({ file, message }) => file.setUint32(message("tiles", dataspaceMessage) + 4, 200_000, true),
  ],
  [UNSUPPORTED, "a zipped index", "newest", "", byte(({ find }) => find("FRHP") + 7, 1)],
  [CORRUPT, "the heap of a group does not end", "newest", "", byte(({ find }) => find("FRHP") + 140, 65)],
  [
    CORRUPT,
    "a group stands in two places",
    "crowd of 1800",
    "",
    // The size beyond which blocks are tables, behind 120 bytes of the head: then the first block is one, and here the table that lists it.
    ({ file, find, pointer }) => {
      const table = pointer(find("FRHP") + 132);
      file.setBigUint64(find("FRHP") + 120, 256n, true);
      file.setBigUint64(
        table + 13 + Math.ceil(file.getUint16(find("FRHP") + 128, true) / 8),
        BigInt(table),
        true,
      );
    },
  ],
  // Of the index: how long a record is, and how many levels of nodes there are.
  [
    CORRUPT,
    "the index of a group has no room",
    "crowd of 60",
    "",
    ({ file, find }) => file.setUint16(find("BTHD") + 10, 600, true),
  ],
  [
    CORRUPT,
    "the index of a group does not end",
    "crowd of 60",
    "",
    byte(({ find }) => find("BTHD") + 12, 60),
  ],
  [
    CORRUPT,
    "a group stands in two places",
    "crowd of 60",
    "",
    // Behind the only record of the root stand its children: here the root itself.
    ({ file, find }) => file.setBigUint64(find("BTIN") + 6 + 11, BigInt(find("BTIN")), true),
  ],
  [
    UNSUPPORTED,
    "an object too large for its index",
    "newest",
    "",
    // A record is a hash and an id.
    ({ file, find }) => file.setUint8(find("BTLF", find("FRHP")) + 6 + 4, 0x10),
  ],
  [
    CORRUPT,
    "its index points to nothing",
    "newest",
    "",
    ({ file, find }) => file.setUint32(find("BTLF", find("FRHP")) + 6 + 4 + 1, 0xffff_ffff, true),
  ],
];

it.each(faults.map(([kind, what, format, path, damage]) => ({ kind, what, format, path, damage })))(
  "readHdf5(bytes) of a file in the $format format says $what",
  async ({ kind: [code, before, after], what, format, path, damage }) => {
    const damaged = await reference(format);
    damage(damaged);
    const read = async () => {
      const root = await readHdf5(new Uint8Array(damaged.file.buffer));
      return path.startsWith("@")
        ? textAttribute(root, path.slice(1))
        : findNode(root, path)?.dataset?.read();
    };
    const failure = await read().catch(({ code, message }: KerasError) => [code, message]);
    expect(failure).toEqual([code, `${before}${what}${after}`]);
  },
);

it.each([
  ["soft link, earliest", "a soft link, alias"],
  ["soft link, latest", "a link to another place, alias"],
  ["external link, earliest", "a link to another place, alias"],
  ["external link, latest", "a link to another place, alias"],
])("readHdf5(bytes) of a file with a %s refuses it by its name", async (file, what) => {
  await expect(readHdf5(hdf5Bytes(file))).rejects.toMatchObject({
    code: "UNSUPPORTED_FILE",
    message: expect.stringContaining(what),
  });
});

/** Groups one in another. */
function nested(depth: number): { readonly children: Map<string, Hdf5Draft> } {
  return { children: new Map(depth > 0 ? [["in", nested(depth - 1)]] : []) };
}

it("readHdf5(bytes) takes groups 64 deep, and no more", async () => {
  const path = Array(64).fill("in").join("/");
  expect(findNode(await readHdf5(writeHdf5(nested(64))), path)).toBeDefined();
  await expect(readHdf5(writeHdf5(nested(65)))).rejects.toMatchObject({
    code: "LIMIT_EXCEEDED",
    message: expect.stringContaining("more than 100000 objects, or groups 64 deep"),
  });
});

it("readHdf5(bytes) reads a superblock of version 1, which has four bytes more", async () => {
  const bytes = writeHdf5({ children: new Map([["a", { shape: [1], data: Float32Array.of(2) }]]) });
  const file = bytes.slice();
  file[8] = 1;
  file.fill(0, 24, 28);
  // What is pushed out at the end of the superblock is the upper half of an address.
  file.set(bytes.subarray(24, 92), 28);
  const read = await findNode(await readHdf5(file), "a")?.dataset?.read();
  expect(read && [...read.data]).toEqual([2]);
});
