export type { Backend, BackendStatus, StartBackendOptions } from "./BackendDriver.ts";
export { BackendError } from "./BackendError.ts";
export type { BackendErrorCode } from "./BackendError.ts";
export { listBackends } from "./listBackends.ts";
export { startBackend } from "./startBackend.ts";
export type { BackendName } from "./startBackend.ts";
