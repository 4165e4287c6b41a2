import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { DecodingThread } from "../Platform.ts";
import type { DevelopResult } from "./Developed.ts";

/** Starts a thread of its own for decoding, with the script that was built; undefined where there is none, as in a bundle. */
export function startThread(): DecodingThread | undefined {
  let script: string;
  try {
    script = createRequire(import.meta.url).resolve("#decode-thread");
  } catch {
    return undefined;
  }
  // Loaders and inspectors of the main thread are not for this one.
  const worker = new Worker(script, { execArgv: [] });
  worker.unref();
  let answer: ((result: DevelopResult) => void) | undefined;
  let fail: ((error: unknown) => void) | undefined;
  worker.on("message", ({ result, error }: { result?: DevelopResult; error?: string }) => {
    worker.unref();
    if (result === undefined) fail?.(new Error(error));
    else answer?.(result);
  });
  worker.on("error", (error) => fail?.(error));
  worker.on("exit", (code) => fail?.(new Error(`A decoding thread ended with code ${code}`)));
  return {
    develop(job) {
      worker.ref();
      // A view is sent with all that it is a view of; what is alone in its buffer moves there without a copy.
      const { buffer, byteLength } = job.bytes;
      const whole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
      const bytes = whole ? job.bytes : job.bytes.slice();
      return new Promise((resolve, reject) => {
        [answer, fail] = [resolve, reject];
        worker.postMessage({ ...job, bytes }, [bytes.buffer as ArrayBuffer]);
      });
    },
    end: () => void worker.terminate(),
  };
}
