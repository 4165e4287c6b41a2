import { platform } from "@minibatch/wasm-kernels/internal/platform";
import { decodeBase64 } from "./decodeBase64.ts";

/**
 * The copy of tfjs' module that comes with this package, loaded when it is asked for.
 *
 * @param version that of the `@tensorflow/tfjs-backend-wasm` which is to start from it
 * @throws {RangeError} where that is another one than the module's
 */
export async function carriedTfjsModule(version: string): Promise<Uint8Array<ArrayBuffer>> {
  const { tfjsModule, tfjsVersion } = await import("./tfjsModule.generated.ts");
  if (version !== tfjsVersion) {
    throw new RangeError(
      `this package carries the module of @tensorflow/tfjs-backend-wasm ${tfjsVersion}, and ${version} is installed: ` +
        `install ${tfjsVersion}, or name the folder of its .wasm files in wasmPaths`,
    );
  }
  return platform.gunzip(decodeBase64(tfjsModule));
}
