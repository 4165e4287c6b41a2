import jasmineRequire from "jasmine-core/lib/jasmine-core/jasmine.js";
import type { JasmineEnv } from "jasmine-core/lib/jasmine-core/jasmine.js";

/** Gives jasmine's functions to everybody, as tfjs' tests expect; its package's own `boot` looks for files beside the script. */
export function bootJasmine(): JasmineEnv {
  const jasmine = jasmineRequire.core(jasmineRequire);
  const env = jasmine.getEnv({ suppressLoadErrors: true });
  Object.assign(globalThis, jasmineRequire.interface(jasmine, env));
  return env;
}
