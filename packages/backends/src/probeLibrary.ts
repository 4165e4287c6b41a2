import type { BackendStatus } from "./BackendDriver.ts";
import { BackendError } from "./BackendError.ts";

/** Turns "the library of this backend cannot be loaded" into its status; gives `undefined` when it can. */
export async function probeLibrary(
  name: string,
  library: string,
  load: () => Promise<unknown>,
): Promise<BackendStatus | undefined> {
  try {
    await load();
    return undefined;
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    return {
      name,
      available: false,
      reason: `${library} is not installed`,
      fix: `npm install ${library}`,
      device: "",
    };
  }
}
