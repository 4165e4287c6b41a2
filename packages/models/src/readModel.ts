import { io, serialization } from "@tensorflow/tfjs-core";
import { loadLayersModel } from "@tensorflow/tfjs-layers";
import { foreignMetadata, foreignMetadataFile } from "./foreignMetadata.ts";
import type { LoadedModel } from "./LoadedModel.ts";
import { ModelError } from "./ModelError.ts";
import type { ModelMetadata } from "./ModelMetadata.ts";
import { scalingWithin } from "./scalingWithin.ts";

/** Where a saved model is read from. */
export interface ModelSource {
  readonly load: io.LoadHandler;
  /** The bytes of another file beside it; rejects when there is none. */
  readonly beside?: (name: string) => Promise<Uint8Array>;
}

/** Makes a model of what a source gives; errors name the location. */
export async function readModel(location: string, { load, beside }: ModelSource): Promise<LoadedModel> {
  try {
    const artifacts = await load();
    // tfjs would take what has no layers for arguments of another kind, and warn of those.
    if (!artifacts.modelTopology) throw new TypeError("model.json describes no layers");
    requireWholeWeights(artifacts, location);
    await registerOwnLayers(artifacts.modelTopology);
    const model = await loadLayersModel(io.fromMemory(artifacts));
    const own: ModelMetadata | undefined = artifacts.userDefinedMetadata?.["minibatch"];
    return scalingWithin({ model, metadata: own ?? (await foreignMetadataOf(beside)) });
  } catch (error) {
    if (error instanceof ModelError) throw error;
    throw new ModelError(
      "CORRUPT_MODEL",
      `The model at ${location} could not be read: ${error instanceof Error ? error.message : String(error)}. ` +
        "It may come from another version or be damaged: train or download it again.",
      { cause: error },
    );
  }
}

/** A model that came from Keras may have layers that tfjs does not know. */
async function registerOwnLayers(topology: object): Promise<void> {
  const known = serialization.SerializationMap.getMap().classNameMap;
  const classes = JSON.stringify(topology).matchAll(/"class_name":"(\w+)"/g);
  if (Array.from(classes).every(([, name = ""]) => name in known || name === "Functional")) return;
  const { registerKerasLayers } = await import("@minibatch/keras");
  await registerKerasLayers();
}

/** What other software keeps in a file of its own; most keeps nothing. */
async function foreignMetadataOf(beside: ModelSource["beside"]): Promise<ModelMetadata> {
  const bytes = await beside?.(foreignMetadataFile).catch(() => undefined);
  return bytes === undefined ? {} : foreignMetadata(bytes);
}

/** tfjs reads past the end of short weights without a word: compare what is promised with what came. */
function requireWholeWeights(artifacts: io.ModelArtifacts, location: string): void {
  const bytesPerValue = { float32: 4, int32: 4, bool: 1, string: 0, complex64: 8 };
  const quantized = { uint8: 1, uint16: 2, float16: 2 };
  const specs = artifacts.weightSpecs ?? [];
  if (specs.some(({ dtype }) => dtype === "string")) return;
  const expected = specs.reduce((sum, { shape, dtype, quantization }) => {
    const size = shape.reduce((product, length) => product * length, 1);
    return sum + size * (quantization ? quantized[quantization.dtype] : bytesPerValue[dtype]);
  }, 0);
  const parts = [artifacts.weightData ?? []].flat();
  const found = parts.reduce((sum, part) => sum + part.byteLength, 0);
  if (found === expected) return;
  throw new ModelError(
    "CORRUPT_MODEL",
    `The weights at ${location} have ${found} bytes, but model.json describes ${expected}. ` +
      "They are damaged or belong to another model: train or download it again.",
  );
}
