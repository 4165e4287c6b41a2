import type { Memory } from "./Memory.ts";
import { pageMemory } from "./pageMemory.ts";
import { workerMemory } from "./workerMemory.ts";

/** The memory that the page and all its workers share. */
export const sharedMemory: Memory = typeof document === "undefined" ? workerMemory : pageMemory;
