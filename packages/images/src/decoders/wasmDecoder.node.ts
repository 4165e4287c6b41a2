import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** What the decoders of `@jsquash` have in common. */
interface Codec {
  readonly default: (bytes: ArrayBuffer) => Promise<ImageData>;
  readonly init: (module: WebAssembly.Module, options: object) => Promise<void>;
}

/**
 * Makes a decoder of one of `@jsquash`'s, which were written for browsers: they would fetch their WebAssembly.
 *
 * @param wasm where that lies
 */
export function wasmDecoder(
  load: () => Promise<Codec>,
  wasm: string,
): (bytes: Uint8Array) => Promise<ImageData> {
  let module: Promise<WebAssembly.Module> | undefined;
  let started = false;
  let warnings: string[] = [];
  async function decode(bytes: Uint8Array): Promise<ImageData> {
    module ??= compile(wasm);
    const codec = await load();
    if (!started) await codec.init(await module, { printErr: (line: string) => warnings.push(line) });
    started = true;
    warnings = [];
    try {
      // It takes views, too, though its types do not say so.
      const image = await withImageData(() => codec.default(bytes as Uint8Array & ArrayBuffer));
      const ended = warnings.find((line) => /premature end/i.test(line));
      if (ended === undefined) return image;
      throw new Error(ended);
    } catch (cause) {
      // What broke off may have left memory behind: the next one gets an instance of its own.
      started = false;
      throw new Error(warnings.join("; ") || "its data are broken", { cause });
    }
  }
  // One at a time, so that warnings are of the picture that is being decoded.
  let turn: Promise<unknown> = Promise.resolve();
  return (bytes) => {
    const result = turn.then(() => decode(bytes));
    turn = result.catch(() => {});
    return result;
  };
}

async function compile(wasm: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(createRequire(import.meta.url).resolve(wasm)));
}

/** The decoders answer with an ImageData, which Node lacks; it is there for as long as they run. */
async function withImageData<Result>(action: () => Promise<Result>): Promise<Result> {
  if ("ImageData" in globalThis) return action();
  Object.defineProperty(globalThis, "ImageData", { value: PlainImageData, configurable: true });
  try {
    return await action();
  } finally {
    Reflect.deleteProperty(globalThis, "ImageData");
  }
}

class PlainImageData {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;

  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}
