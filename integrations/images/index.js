// A folder of pictures in plain Node: decoded here, and on threads.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { noCache } from "@minibatch/datasets";
import { imageFolder } from "@minibatch/images";
import { makeFiles } from "./src/makeFiles.js";
import { summary } from "./src/summary.js";

for (const [path, bytes] of Object.entries(makeFiles())) {
  await mkdir(dirname(join("pictures", path)), { recursive: true });
  await writeFile(join("pictures", path), bytes);
}
const results = [];
for (const threads of [0, 2])
  results.push(await summary(await imageFolder("pictures", { threads, cache: noCache })));

console.log(JSON.stringify(results));
