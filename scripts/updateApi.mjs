// `npm run api:update`: writes api/, one file a package, from the declarations that tsc built.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { apiSurface } from "./apiSurface.mjs";
import { root, setUp } from "./pnpm.mjs";
import { publicPackages } from "./publicPackages.mjs";

setUp({ quiet: true });
const folder = join(root, "api");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const pkg of publicPackages()) writeFileSync(join(folder, `${pkg.short}.md`), apiSurface(pkg));
