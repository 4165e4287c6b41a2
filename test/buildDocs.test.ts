import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { buildDocs } from "../scripts/buildDocs.mjs";
import { publicPackages } from "../scripts/publicPackages.mjs";
import { readDeclarations } from "../scripts/readDeclarations.mjs";

it("buildDocs(folder) writes pages whose links lead to pages, and headings, that are there", async () => {
  const folder = await temporaryFolder();
  const pages = buildDocs(folder);
  expect(pages).toEqual(expect.arrayContaining(["index.html", "zh/index.html", "guides/1-data.html"]));
  const html = new Map(pages.map((page) => [page, readFileSync(join(folder, page), "utf8")]));
  const broken = [...html].flatMap(([page, text]) =>
    [...text.matchAll(/ href="([^"]*)"/g)]
      .map(([, href = ""]) => href)
      .filter((href) => !/^https?:/.test(href))
      .filter((href) => {
        const [path = "", hash] = href.split("#");
        const target = html.get(path === "" ? page : posix.join(posix.dirname(page), path));
        return target === undefined || (hash !== undefined && !target.includes(` id="${hash}"`));
      })
      .map((href) => `${page}: ${href}`),
  );
  expect(broken).toEqual([]);
});

it("buildDocs(folder) gives everything that a package exports a heading", async () => {
  const folder = await temporaryFolder();
  buildDocs(folder);
  for (const { folder: home, short, manifest } of publicPackages()) {
    const page = readFileSync(join(folder, "packages", `${short}.html`), "utf8");
    const names = readDeclarations(join(home, manifest.exports["."].types));
    const missing = names.filter(({ exported, name }) => exported && !page.includes(`>${name}</h3>`));
    expect(missing.map(({ name }) => name)).toEqual([]);
  }
});
