// `npm run test:onnx`, `npm run test:tensorboard`: what a package writes, read by Python's own libraries (packages/<name>/python).
import { pnpm, setUp } from "./pnpm.mjs";

const [name, ...rest] = process.argv.slice(2);
setUp({ quiet: true });
pnpm(["vitest", "run", "--config", "vitest.python.config.ts", `packages/${name}/`, ...rest]);
