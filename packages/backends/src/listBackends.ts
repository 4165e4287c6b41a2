import * as tf from "@tensorflow/tfjs-core";
import type { BackendDriver, BackendStatus, StartBackendOptions } from "./BackendDriver.ts";
import { BackendError } from "./BackendError.ts";
import { drivers } from "./drivers.ts";
import { type CheckableModel, missingKernels } from "./missingKernels.ts";
import { probe } from "./probe.ts";
import { start } from "./start.ts";

/** Options of {@link listBackends}. */
export interface ListBackendsOptions extends StartBackendOptions {
  /** Also says of each backend whether it can train this model. To see that it is started, and left again. */
  readonly model?: CheckableModel;
}

/**
 * Says for each known backend whether it can be started here, and if not, the one thing to do. Installs nothing, and
 * starts none, unless there is a `model` to check.
 *
 * @returns one status a backend, the one that "auto" prefers first
 * @example
 * const statuses = await listBackends();
 * statuses.filter(({ available }) => available).map(({ name }) => name); // ["wasm", "cpu"]
 * @example
 * // Where does this model train, and what is missing elsewhere?
 * for (const { name, trains, missing } of await listBackends({ model })) console.log(name, trains, missing);
 */
export async function listBackends(options: ListBackendsOptions = {}): Promise<BackendStatus[]> {
  const { model } = options;
  const statuses = await Promise.all(drivers.map((driver) => probe(driver, options)));
  if (!model) return statuses;
  const before = tf.engine().backendName;
  const checked: BackendStatus[] = [];
  for (const [index, status] of statuses.entries()) {
    const driver = drivers[index];
    checked.push(driver && status.available ? await check(driver, status, model, options) : status);
  }
  if (before) await tf.setBackend(before);
  return checked;
}

async function check(
  driver: BackendDriver,
  status: BackendStatus,
  model: CheckableModel,
  options: StartBackendOptions,
): Promise<BackendStatus> {
  try {
    const { device } = await start(driver, options);
    const missing = missingKernels(model);
    return { ...status, device, trains: missing.length === 0, missing };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    return { ...status, available: false, reason: error.message, trains: false };
  }
}
