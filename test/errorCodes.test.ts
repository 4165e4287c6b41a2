import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publicPackages } from "../scripts/publicPackages.mjs";
import { root } from "../scripts/pnpm.mjs";

/** What a class of errors says of itself: its name, and the codes of its type. */
interface Declared {
  readonly name: string;
  readonly codes: readonly string[];
}

const packages = publicPackages().map(({ name, folder }) => {
  const files = readdirSync(join(folder, "src"), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.tsx?$/.test(file.name))
    .map((file) => ({ name: file.name, text: readFileSync(join(file.parentPath, file.name), "utf8") }));
  const declares = (file: { readonly text: string }) => /export type \w+ErrorCode =/.test(file.text);
  const declared = files.filter(declares).map(({ text }): Declared => {
    const [, error = "", codes = ""] = /export type (\w+Error)Code =([^;]*);/.exec(text) ?? [];
    return { name: error, codes: codes.match(/[A-Z][A-Z_]+/g) ?? [] };
  });
  return { name, declared, rest: files.filter((file) => !declares(file)).map(({ text }) => text) };
});

const readme = readFileSync(join(root, "packages/training/README.md"), "utf8");

const row = (name: string, error: string, codes: readonly string[]): string =>
  `${name} ${error}: ${codes.toSorted().join(", ")}`;

/** The rows of the table: the package, the error, its codes. */
const listed = [...readme.matchAll(/^\| `([@\w/-]+)` \| `(\w+Error)` \| (.*) \|$/gm)].map(
  ([, name = "", error = "", codes = ""]) => row(name, error, codes.match(/[A-Z][A-Z_]+/g) ?? []),
);

it("packages/training/README.md lists every code of every package's errors, and no other", () => {
  const found = packages.flatMap(({ name, declared }) =>
    declared.map(({ name: error, codes }) => row(name, error, codes)),
  );
  expect(listed.toSorted()).toEqual(found.toSorted());
});

describe.each(packages.filter(({ declared }) => declared.length > 0))("$name", ({ declared, rest }) => {
  it.each(declared.flatMap(({ name, codes }) => codes.map((code) => [name, code] as const)))(
    "throws %s %s somewhere",
    (_, code) => {
      expect(rest.some((text) => text.includes(`"${code}"`))).toBe(true);
    },
  );
});
