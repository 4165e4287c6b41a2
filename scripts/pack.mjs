// `node scripts/pack.mjs`: every package as it would be published, in integrations/tarballs.
import { packPackages } from "./packPackages.mjs";
import { setUp } from "./pnpm.mjs";

setUp({ quiet: true });
for (const tarball of packPackages("integrations/tarballs")) console.log(tarball);
