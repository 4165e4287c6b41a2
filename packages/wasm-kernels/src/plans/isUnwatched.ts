import { engine, env } from "@tensorflow/tfjs-core";

/** Whether nobody wants to know of each operation. */
export function isUnwatched(): boolean {
  const { gradientDepth, profiling } = engine().state;
  return gradientDepth === 0 && !profiling && !env().getBool("DEBUG");
}
