import { importTfjsWasm } from "./importTfjsWasm.ts";
import { inBrowsers } from "./inBrowsers.ts";
import type { Platform } from "./Platform.ts";

/** What browsers and workers do. */
export const platform: Platform = { ...inBrowsers, importTfjsWasm };
