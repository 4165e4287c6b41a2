import { BackendError } from "./BackendError.ts";

/**
 * Loads the library behind a backend, which users install only if they want it.
 *
 * @param library its package name, for the message
 * @param load the import, written out where it is called so that bundlers see it
 * @throws {BackendError} `NOT_INSTALLED` when it is not there, with the command that installs it
 */
export async function loadLibrary<Module>(library: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    throw new BackendError(
      "NOT_INSTALLED",
      `expected ${library} to be installed: run npm install ${library}`,
      {
        cause,
      },
    );
  }
}
