import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { CliError } from "../src/CliError.ts";
import { displayPath } from "../src/files/displayPath.ts";
import { fileFault } from "../src/files/fileFault.ts";

/** A folder with a file and a folder in it, and how paths are shown there. */
async function place() {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, "file"), "x");
  await mkdir(join(cwd, "folder", "deep"), { recursive: true });
  return { at: (path: string) => join(cwd, path), display: (path: string) => displayPath(path, cwd) };
}

type At = (path: string) => string;

it.for([
  [
    "a file that is not there",
    (at: At) => readFile(at("no/such.json")),
    "no/such.json cannot be opened: there is no such file or folder.",
  ],
  [
    "a folder that is not there",
    (at: At) => readdir(at("gone")),
    "gone cannot be read: there is no such file or folder.",
  ],
  [
    "a folder as a file",
    (at: At) => writeFile(at("folder"), "x"),
    "folder cannot be opened: it is a folder.",
  ],
  [
    "a folder below a file",
    (at: At) => mkdir(at("file/new"), { recursive: true }),
    "file/new cannot be made: a part of its path is a file, not a folder.",
  ],
  [
    "a folder in the place of a file",
    (at: At) => mkdir(at("file")),
    "file cannot be made: a part of its path is a file, not a folder.",
  ],
  [
    "a file moved onto a folder",
    (at: At) => rename(at("file"), at("folder")),
    "folder cannot be written: it is a folder.",
  ],
] as const)("fileFault(error) says what the system refused: %s", async ([, refused, message]) => {
  const { at, display } = await place();
  const error = await refused(at).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(fileFault(error, display)).toMatchObject({ code: "FILE_FAILED", message, cause: error });
});

it("fileFault(error) says that the disk is full, also where the system names no file", () => {
  const full = { code: "ENOSPC", syscall: "write" };
  const error = Object.assign(new Error("ENOSPC: no space left on device, write"), full);
  expect(fileFault(error, String)).toMatchObject({ message: "A file cannot be written: the disk is full." });
});

it("fileFault(error) leaves any other error alone", () => {
  const errors = [
    new CliError("INVALID_USAGE", "No."),
    new TypeError("x is undefined"),
    Object.assign(new Error("spawn dot ENOENT"), { code: "ENOENT" }),
    undefined,
  ];
  for (const error of errors) expect(fileFault(error, String)).toBeUndefined();
});
