// `npm run docs:build`: the READMEs, guides and docstrings as a site of plain HTML in docs/site. Open docs/site/index.html.
import { join } from "node:path";
import { buildDocs } from "./buildDocs.mjs";
import { root, setUp } from "./pnpm.mjs";

setUp({ quiet: true });
const folder = join(root, "docs", "site");
console.log(`${buildDocs(folder).length} pages in ${folder}`);
