export { expectNoLeak } from "./expectNoLeak.ts";
export { madeOnce } from "./madeOnce.ts";
export { requireChromium } from "./requireChromium.ts";
export { requireMirror } from "./requireMirror.ts";
export { requireProgram } from "./requireProgram.ts";
export {
  type Browser,
  type ChromiumOptions,
  type Locator,
  type Page,
  startChromium,
} from "./startChromium.ts";
export { startProfile } from "./startProfile.ts";
export { startProxy, type TestProxy } from "./startProxy.ts";
export { temporaryFolder } from "./temporaryFolder.ts";
