import type { BackendStatus, StartBackendOptions } from "./BackendDriver.ts";
import { drivers } from "./drivers.ts";

/**
 * Says for each known backend whether it can be started here, and if not, the one thing to do. Starts none.
 *
 * @returns one status a backend, the one that "auto" prefers first
 * @example
 * const statuses = await listBackends();
 * statuses.filter(({ available }) => available).map(({ name }) => name); // ["wasm", "cpu"]
 */
export async function listBackends(options: StartBackendOptions = {}): Promise<BackendStatus[]> {
  return Promise.all(drivers.map((driver) => driver.probe(options)));
}
