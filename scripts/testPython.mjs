// `npm run test:onnx`, `npm run test:tensorboard`: what is written, read by Python's own libraries (packages/<name>/python/<name>.test.ts and
// that of apps/cli).
import { pnpm, setUp } from "./pnpm.mjs";

const [name, ...rest] = process.argv.slice(2);
setUp({ quiet: true });
pnpm(["vitest", "run", "--config", "vitest.python.config.ts", `python/${name}`, ...rest]);
