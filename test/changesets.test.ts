import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../scripts/pnpm.mjs";
import { publicPackages } from "../scripts/publicPackages.mjs";

const folder = join(root, ".changeset");
const published: ReadonlySet<string> = new Set(publicPackages().map(({ name }) => name));

it.each(readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md"))(
  "%s is about packages that are published, or about private ones: a release refuses both in one",
  (file) => {
    const [, head = ""] = readFileSync(join(folder, file), "utf8").split("---\n");
    const names = Array.from(head.matchAll(/^"([^"]+)": (?:major|minor|patch)$/gm), ([, name = ""]) => name);
    expect(names).not.toEqual([]);
    expect([0, names.length]).toContain(names.filter((name) => published.has(name)).length);
  },
);
