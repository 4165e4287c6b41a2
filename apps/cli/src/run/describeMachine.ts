import { availableParallelism, cpus } from "node:os";
import type { MachineRecord } from "./MachineRecord.ts";

/** Describes the machine that a backend runs on. */
export function describeMachine({ device }: { readonly device: string }): MachineRecord {
  return { device, cpu: cpus()[0]?.model.trim() || process.arch, cores: availableParallelism() };
}
