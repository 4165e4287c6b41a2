export { setupBackend } from "./setup/setupBackend.node.ts";
export type { SetupOptions, SetupResult, SetupStep } from "./setup/SetupStep.ts";
