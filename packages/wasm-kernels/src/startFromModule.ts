import type { KernelBackend, Platform } from "@tensorflow/tfjs-core";
import { env, findBackendFactory, registerBackend, removeBackend } from "@tensorflow/tfjs-core";
import type { TfjsWasmModule } from "./TfjsWasmModule.ts";

type Factory = () => Promise<KernelBackend>;

/** Where tfjs looks for the module. Nobody is asked for it. */
const address = "minibatch:tfjs-backend-wasm-simd.wasm";
const TFJS_PRIORITY = 2;

/** tfjs' own factory of the backend. */
let original: Factory | undefined;

/**
 * Lets the WASM backend of tfjs start from a compiled module instead of a file, at the next `tf.setBackend("wasm")`.
 *
 * tfjs fetches its module and passes the bytes to WebAssembly.instantiate; where either fails, its start never comes to
 * an end. Here both are answered from the module, and the start fails with the reason.
 *
 * @throws {Error} tfjs' own, where an earlier start from its files was aborted
 */
export function startFromModule(tfjsWasm: TfjsWasmModule, module: WebAssembly.Module): void {
  tfjsWasm.setWasmPaths(
    {
      "tfjs-backend-wasm.wasm": address,
      "tfjs-backend-wasm-simd.wasm": address,
      "tfjs-backend-wasm-threaded-simd.wasm": address,
    },
    true,
  );
  const factory = (original ??= findBackendFactory("wasm") as Factory);
  removeBackend("wasm");
  registerBackend("wasm", () => start(factory, module), TFJS_PRIORITY);
}

async function start(factory: Factory, module: WebAssembly.Module): Promise<KernelBackend> {
  const environment = env();
  const { platform } = environment;
  // At each start: tf.engine().reset() forgets them.
  environment.set("WASM_HAS_SIMD_SUPPORT", true);
  // Otherwise tfjs would take its build for several threads, where the engine has them.
  environment.set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  try {
    return await new Promise<KernelBackend>((resolve, reject) => {
      const answer = { ok: true, arrayBuffer: () => withInstantiate(module, reject) } as unknown as Response;
      const fetch: Platform["fetch"] = async (path, init) =>
        path === address ? answer : platform.fetch(path, init);
      environment.platform = Object.assign(Object.create(platform) as Platform, { fetch });
      factory().then(resolve, reject);
    });
  } finally {
    environment.platform = platform;
  }
}

/** What tfjs takes for the promise of the bytes: while it makes use of them, WebAssembly.instantiate takes the module. */
function withInstantiate(module: WebAssembly.Module, fail: (cause: unknown) => void) {
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- not to be awaited: what is passed to it has to run at once
    then(use: (bytes: ArrayBuffer) => void): void {
      const { instantiate } = WebAssembly;
      const instantiateModule = (_: BufferSource, imports?: WebAssembly.Imports) =>
        instantiate(module, imports).then(
          (instance) => ({ instance, module }),
          (cause: unknown) => {
            fail(cause);
            return new Promise(() => {});
          },
        );
      WebAssembly.instantiate = instantiateModule as typeof instantiate;
      try {
        use(new ArrayBuffer(0));
      } finally {
        WebAssembly.instantiate = instantiate;
      }
    },
  };
}
