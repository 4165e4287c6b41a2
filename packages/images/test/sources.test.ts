import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { noCache } from "@minibatch/datasets";
import { temporaryFolder } from "@minibatch/testing";
import { describe, expect, it } from "vitest";
import { type ImageSource, imageFolder } from "../src/index.ts";
import { makeClasses } from "./makeClasses.ts";
import { makeFolder } from "./makeFolder.ts";
import { makeZip } from "./makeZip.ts";

const quiet = { cache: noCache, threads: 0 };
const files = { ...makeClasses({ a: 8, b: 8 }), "a/page.jpg": "<html>", ".DS_Store": "junk" };
const within = Object.fromEntries(Object.entries(files).map(([path, file]) => [`pets/${path}`, file]));

/** What a dataset is, apart from the names of its files. */
async function contentsOf(source: ImageSource) {
  const pictures = await imageFolder(source, quiet);
  const { train, validation, test } = await pictures.load();
  const all = [train, validation, test].map((part) => [part?.x, part?.y]);
  return { all, size: pictures.size, leftOut: pictures.leftOut.map(({ message }) => message) };
}

/** The files of an input element of a browser. */
function fileList(contents: Readonly<Record<string, Uint8Array | string>>): File[] {
  return Object.entries(contents).map(([path, content]) => {
    const file = new File([content as Uint8Array<ArrayBuffer>], path.split("/").at(-1) ?? "");
    return Object.defineProperty(file, "webkitRelativePath", { value: path });
  });
}

/** A folder that was dropped on a page. */
function directoryHandle(
  name: string,
  contents: Readonly<Record<string, Uint8Array | string>>,
): FileSystemDirectoryHandle {
  const names = new Set(Object.keys(contents).map((path) => path.split("/")[0] ?? ""));
  return {
    kind: "directory",
    name,
    async *entries() {
      for (const each of names) {
        const content = contents[each];
        const below = Object.entries(contents).filter(([path]) => path.startsWith(`${each}/`));
        const inner = Object.fromEntries(below.map(([path, file]) => [path.slice(each.length + 1), file]));
        if (content === undefined) yield [each, directoryHandle(each, inner)];
        else yield [each, { kind: "file", getFile: () => Promise.resolve(fileList({ [each]: content })[0]) }];
      }
    },
  } as unknown as FileSystemDirectoryHandle;
}

describe("imageFolder(source) reads the same from", () => {
  it("a folder, a zip as file, bytes and Blob, a list of files and a folder's handle", async () => {
    const expected = await contentsOf(await makeFolder(files));
    expect(expected.leftOut).toHaveLength(1);
    const zip = makeZip(within);
    const path = join(await temporaryFolder(), "pets.ZIP");
    await writeFile(path, zip);
    expect(await contentsOf(path)).toEqual(expected);
    expect(await contentsOf(zip)).toEqual(expected);
    expect(await contentsOf(zip.slice().buffer)).toEqual(expected);
    expect(await contentsOf(new Blob([zip as Uint8Array<ArrayBuffer>]))).toEqual(expected);
    expect(await contentsOf(fileList(within))).toEqual(expected);
    expect(await contentsOf(directoryHandle("pets", files))).toEqual(expected);
  });
});

function damageDirectory(zip: Uint8Array): Uint8Array {
  const damaged = zip.slice();
  damaged[new DataView(damaged.buffer).getUint32(damaged.length - 6, true)] = 0;
  return damaged;
}

describe("imageFolder(zip)", () => {
  it("reads an archive with fields of 64 bits", async () => {
    expect(await contentsOf(makeZip(within, true))).toEqual(await contentsOf(makeZip(within)));
  });

  it("names a class of which the archive has only the folder", async () => {
    const zip = makeZip({ ...makeClasses({ a: 3 }), b: undefined });
    await expect(imageFolder(zip, quiet)).rejects.toThrow("The class b of pictures has no picture");
  });

  it("leaves out a member that does not unpack", async () => {
    const zip = makeZip(files);
    zip.fill(0xff, 60, 80);
    const { leftOut } = await imageFolder(zip, quiet);
    expect(leftOut[0]).toEqual({
      file: "a/0.png",
      reason: "broken",
      message: "cannot be unpacked from the zip archive",
    });
  });

  it.for([
    ["cut", (zip: Uint8Array) => zip.subarray(0, zip.length - 40)],
    ["with a damaged directory", damageDirectory],
    ["of no bytes", () => new Uint8Array(0)],
  ] as const)("refuses an archive that is %s", async ([, change]) => {
    await expect(imageFolder(change(makeZip(files)), quiet)).rejects.toMatchObject({
      code: "INVALID_ARCHIVE",
    });
  });

  it("refuses what is no source", async () => {
    await expect(imageFolder(7 as unknown as string, quiet)).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
    });
  });
});
