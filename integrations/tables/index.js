// A table in plain Node: from a file, and from the same file zipped.
import { writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { makeFile } from "./src/makeFile.js";
import { summary } from "./src/summary.js";

await writeFile("houses.csv", makeFile());
await writeFile("houses.csv.gz", gzipSync(makeFile()));

console.log(JSON.stringify([await summary("houses.csv"), await summary("houses.csv.gz")]));
