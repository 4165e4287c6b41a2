export { expectNoLeak } from "./expectNoLeak.ts";
export { requireMirror } from "./requireMirror.ts";
export { temporaryFolder } from "./temporaryFolder.ts";
