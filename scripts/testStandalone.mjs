// `npm run test:standalone`: exported modules and pages beside the command, on all of MNIST's test images (apps/cli/agreement).
import { setUp } from "./pnpm.mjs";

setUp({ quiet: true });
await import(new URL("../apps/cli/agreement/index.mjs", import.meta.url).href);
