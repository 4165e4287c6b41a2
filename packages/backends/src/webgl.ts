import * as tf from "@tensorflow/tfjs-core";
import type { BackendDriver, BackendStatus, StartBackendOptions } from "./BackendDriver.ts";
import { BackendError } from "./BackendError.ts";
import { guardReads } from "./guardReads.ts";
import { notInstalled } from "./notInstalled.ts";
import { notPassed } from "./notPassed.ts";
import { unavailable } from "./unavailable.ts";
import { useBackend } from "./useBackend.ts";

const library = "@tensorflow/tfjs-backend-webgl";
const noBrowser = { reason: "WebGL runs in browsers only", fix: "use node, webgpu or wasm here" };
const noWebgl = {
  reason: "this browser gives no WebGL 2 context",
  fix: "switch its hardware acceleration on",
};

/** Backends that are watched, and what has happened to them. */
const faults = new WeakMap<tf.KernelBackend, BackendError | undefined>();

/** WebGL in browsers and their workers: any GPU, older browsers too. */
export const webgl: BackendDriver = {
  name: "webgl",

  async probe(options): Promise<BackendStatus> {
    const impossible = { name: "webgl", available: false, device: "" };
    if (!tf.device_util.isBrowser()) return { ...impossible, ...noBrowser };
    try {
      await load(options);
    } catch (error) {
      return unavailable("webgl", error);
    }
    const renderer = rendererHere();
    if (renderer === undefined) return { ...impossible, ...noWebgl };
    const emulated = isEmulated(renderer);
    return {
      name: "webgl",
      available: true,
      reason: emulated ? "it runs here, on a GPU that the CPU plays" : "WebGL runs here, on a GPU",
      fix: "",
      device: `WebGL on ${renderer}`,
      ...(emulated && { emulated }),
    };
  },

  async start(options) {
    if (!tf.device_util.isBrowser()) throw notAvailable(noBrowser);
    await load(options);
    const renderer = rendererHere();
    if (renderer === undefined) throw notAvailable(noWebgl);
    const before = tf.findBackend("webgl");
    if (before && faults.get(before)) restart();
    await useBackend("webgl", noWebgl.fix);
    watch(tf.backend());
    const device = `WebGL on ${renderer}`;
    // The library does not tell its version where the app has registered it; it is always that of tfjs-core.
    return {
      name: "webgl",
      device,
      version: tf.version_core,
      ...(isEmulated(renderer) && { emulated: true }),
    };
  },
};

function notAvailable({ reason, fix }: typeof noBrowser): BackendError {
  return new BackendError("NOT_AVAILABLE", `${reason}: ${fix}`);
}

/** A lost context stays lost: the next start needs a new backend. */
function restart(): void {
  const factory = tf.findBackendFactory("webgl");
  tf.removeBackend("webgl");
  tf.registerBackend("webgl", factory, 2);
}

function watch(backend: tf.KernelBackend): void {
  if (faults.has(backend)) return;
  faults.set(backend, undefined);
  const { canvas } = backend as unknown as { readonly canvas: EventTarget };
  canvas.addEventListener("webglcontextlost", () => {
    const message =
      "the browser took the WebGL context away: start the backend again, and build the model anew";
    faults.set(backend, new BackendError("DEVICE_LOST", message));
    endReads();
  });
  const endReads = guardReads(backend, () => faults.get(backend));
}

/** What draws, or `undefined` where nothing does. */
function rendererHere(): string | undefined {
  const canvas =
    typeof OffscreenCanvas === "undefined" ? document.createElement("canvas") : new OffscreenCanvas(1, 1);
  const gl = canvas.getContext("webgl2");
  if (!gl) return undefined;
  const extension = gl.getExtension("WEBGL_debug_renderer_info");
  const name = gl.getParameter(extension?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER) as string;
  // Browsers allow only so many contexts at a time.
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return name;
}

function isEmulated(renderer: string): boolean {
  return /swiftshader|llvmpipe|softpipe|basic render/i.test(renderer);
}

/** An app that imports the library itself need not pass it. */
async function load({ libraries }: StartBackendOptions): Promise<void> {
  try {
    await libraries?.webgl?.();
  } catch (cause) {
    throw notInstalled(library, cause);
  }
  if (!tf.findBackendFactory("webgl")) throw notPassed("webgl", library);
}
