import { platform } from "@minibatch/backends/internal/platform";
import type { BackendStatus } from "./BackendDriver.ts";
import { BackendError } from "./BackendError.ts";

/** Turns "the library of this backend is not there" into its status; gives `undefined` where it is. */
export async function probeLibrary(
  name: string,
  library: string,
  load: () => Promise<unknown>,
): Promise<BackendStatus | undefined> {
  const installed = platform.isInstalled(library);
  if (installed === true) return undefined;
  try {
    if (installed === undefined) {
      await load();
      return undefined;
    }
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
  }
  return {
    name,
    available: false,
    reason: `${library} is not installed`,
    fix: `npm install ${library}`,
    device: "",
  };
}
