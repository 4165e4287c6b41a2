import { platform } from "@minibatch/wasm-kernels/internal/platform";
import { getKernel, unregisterKernel } from "@tensorflow/tfjs-core";
import type { KernelConfig } from "@tensorflow/tfjs-core";
import { fuseActivations } from "./fuseActivations.ts";
import { fuseBatchNormalization } from "./fuseBatchNormalization.ts";
import { fuseLeakyReluGradient } from "./fuseLeakyReluGradient.ts";
import { fuseMeanGradient } from "./fuseMeanGradient.ts";
import { fuseOptimizer } from "./fuseOptimizer.ts";
import { fuseReluGradient } from "./fuseReluGradient.ts";
import { fuseSoftmaxGradient } from "./fuseSoftmaxGradient.ts";
import { instantiateKernels } from "./instantiateKernels.ts";
import { KernelContext } from "./KernelContext.ts";
import type { KernelDefinition } from "./KernelDefinition.ts";
import { kernelDefinitions } from "./kernelDefinitions.ts";
import { registerActivationGradient } from "./kernels/Activation.ts";
import { registerBatchNormalizationGradient } from "./kernels/BatchNormalization.ts";
import type { AnyOptimizerDefinition } from "./OptimizerDefinition.ts";
import { optimizerDefinitions } from "./optimizerDefinitions.ts";
import { replaceRegistration } from "./replaceRegistration.ts";
import { memoryOf, runningWasmBackend } from "./runningWasmBackend.ts";
import type { TfjsWasmBackend } from "./runningWasmBackend.ts";
import { settleInputs } from "./settleInputs.ts";
import { planPredictions } from "./plans/planPredictions.ts";
import { offerPlannedSteps } from "./plans/offerPlannedSteps.ts";
import { startTeam } from "./startTeam.ts";
import { WasmKernelsError } from "./WasmKernelsError.ts";

/** Options of {@link installWasmKernels}. */
export interface WasmKernelsOptions {
  /**
   * How many threads compute. More than one need a backend that was started after {@link shareWasmMemory}. The results
   * are the same for any number.
   *
   * @default as many as there are cores, where the memory is shared; otherwise 1
   */
  readonly threads?: number | undefined;
  /**
   * Whether to use the engine's fused multiply-add (relaxed SIMD) where it has one: about a third faster, and rounded
   * once where plain SIMD rounds twice. Turn it off for results that are the same, bit for bit, on every machine.
   *
   * @default true
   */
  readonly relaxedSimd?: boolean | undefined;
  /**
   * Whether to compute with vectors of 256 bits, twice as wide as WebAssembly's, where Node (24 and later) makes them and the processor has
   * them (AVX2): matrix products and convolutions are up to twice as fast, and no bit of a result changes. V8, which makes one vector of
   * two that lie side by side, calls that experimental: it is told to for the inner loops alone, and these are compared with themselves as
   * they are compiled otherwise before they are used, in 15 to 20 ms of the start. They use the fused multiply-add, so they are off where `relaxedSimd` is.
   *
   * @default true
   */
  readonly wideSimd?: boolean | undefined;
  /**
   * `@minibatch/wasm-kernels/kernels.wasm`, compiled, for engines that compile nothing at run time, such as those of edge
   * networks. It is in plain SIMD, for one thread.
   *
   * @default what this package carries, compiled here
   */
  readonly module?: WebAssembly.Module | undefined;
}

/** What `installWasmKernels` did to one kernel. */
export interface InstalledKernel {
  /** The name of the kernel or optimizer in tfjs. */
  readonly name: string;
  /** Whether tfjs had none before, or had a slower one. */
  readonly change: "added" | "replaced";
  /** What is gained. */
  readonly why: string;
}

/** The kernels as installed under a running backend. */
export interface WasmKernels {
  readonly kernels: readonly InstalledKernel[];
  /** How many threads compute now, the calling one counted. One that dies counts no longer. */
  readonly threads: number;
  /** How many were to compute: what `threads` asked for, or as many as there are cores. */
  readonly threadsWanted: number;
  /** Why fewer compute than were wanted; empty where all do. */
  readonly threadsMissing: string;
  /** Whether products are computed by the fused multiply-add of relaxed SIMD. */
  readonly relaxedSimd: boolean;
  /** Whether they are computed with vectors of 256 bits. */
  readonly wideSimd: boolean;
  /**
   * Computes what was put off, puts tfjs' own kernels back and gives the scratch memory back. A second call does nothing.
   */
  uninstall(): void;
}

const installations = new WeakMap<TfjsWasmBackend, Promise<WasmKernels>>();

/** What is installed, and not undone yet. */
const live = new Map<TfjsWasmBackend, WasmKernels>();

/**
 * Lets the running WASM backend of TensorFlow.js train, fast: adds the kernels that it lacks for gradients and replaces
 * the slow ones, for every program that uses tfjs in this process. A second call over the same backend gives the same
 * installation; after `tf.engine().reset()` another backend runs, and wants it called again.
 *
 * @returns the table of what was added and replaced, and `uninstall`
 * @throws {WasmKernelsError} `WASM_NOT_RUNNING` unless tfjs runs on "wasm"; `NO_SIMD` where the engine lacks it;
 *   `NO_THREADS` where several are asked for and the backend's memory is not shared
 * @example
 * await tf.setBackend("wasm");
 * const { kernels } = await installWasmKernels();
 * kernels.find(({ name }) => name === "Conv2DBackpropFilter")?.change; // "added"
 */
export async function installWasmKernels(options: WasmKernelsOptions = {}): Promise<WasmKernels> {
  const backend = runningWasmBackend();
  let installation = installations.get(backend);
  if (!installation) {
    installation = install(backend, options);
    installations.set(backend, installation);
    // A failed start must not stand in the way of the next one.
    installation.catch(() => installations.delete(backend));
  }
  return installation;
}

async function install(
  backend: TfjsWasmBackend,
  { threads, ...options }: WasmKernelsOptions,
): Promise<WasmKernels> {
  const memory = memoryOf(backend);
  const size = teamSize(memory, threads);
  // After tf.engine().reset() tfjs' own kernels lie under those for a backend that is gone.
  for (const [other, installed] of live) if (other !== backend) installed.uninstall();
  const instance = await instantiateKernels(memory, options);
  const context = new KernelContext(backend, instance.wasm);
  const team = await startTeam(backend, instance, memory, size);
  const restoreInputs = settleInputs(context);
  const undo = [
    ...kernelDefinitions.map((definition) => replaceKernel(definition, context)),
    ...optimizerDefinitions.map((definition) => replaceOptimizer(definition, context)),
  ];
  const restoreGradients = [
    fuseReluGradient(context),
    fuseSoftmaxGradient(context),
    fuseLeakyReluGradient(context),
    fuseMeanGradient(context),
    registerActivationGradient(),
    registerBatchNormalizationGradient(),
    fuseActivations(context),
    fuseBatchNormalization(context),
    planPredictions(context),
    offerPlannedSteps(context),
  ];
  const installed: WasmKernels = {
    kernels: undo.map(({ kernel }) => kernel),
    get threads() {
      return team.threads;
    },
    threadsWanted: size,
    get threadsMissing() {
      return team.missing;
    },
    relaxedSimd: instance.fused,
    wideSimd: instance.loops !== undefined,
    uninstall() {
      if (!live.delete(backend)) return;
      installations.delete(backend);
      for (const restore of restoreGradients) restore();
      for (const replacement of undo) replacement.restore();
      restoreInputs();
      context.release();
      team.stop();
    },
  };
  live.set(backend, installed);
  return installed;
}

function teamSize(memory: WebAssembly.Memory, threads: number | undefined): number {
  const shared = !(memory.buffer instanceof ArrayBuffer);
  if (threads === undefined) return shared ? platform.availableThreads() : 1;
  if (!Number.isSafeInteger(threads) || threads < 1) {
    throw new WasmKernelsError("NO_THREADS", `expected threads to be a positive integer, got ${threads}`);
  }
  if (threads > 1 && !shared) {
    throw new WasmKernelsError(
      "NO_THREADS",
      `expected a backend on shared memory for ${threads} threads: await shareWasmMemory(tfjsWasm) before ` +
        `tf.setBackend("wasm"), or leave threads out`,
    );
  }
  return threads;
}

interface Replacement {
  readonly kernel: InstalledKernel;
  restore(): void;
}

function replaceOptimizer(definition: AnyOptimizerDefinition, context: KernelContext): Replacement {
  const decay = definition.decays ? ", weight decay on the way" : "";
  const why = `one pass over each variable instead of five to nine${decay}`;
  return {
    kernel: { name: definition.name, change: "replaced", why },
    restore: fuseOptimizer(definition, context),
  };
}

function replaceKernel(definition: KernelDefinition, context: KernelContext): Replacement {
  const { name, why } = definition;
  const original: KernelConfig | undefined = getKernel(name, "wasm");
  replaceRegistration({
    ...original,
    kernelName: name,
    backendName: "wasm",
    kernelFunc: definition.bind(context, original?.kernelFunc),
  });
  return {
    kernel: { name, change: original ? "replaced" : "added", why },
    restore() {
      if (original) replaceRegistration(original);
      else unregisterKernel(name, "wasm");
    },
  };
}
