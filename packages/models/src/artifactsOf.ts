import { io } from "@tensorflow/tfjs-core";

/**
 * What tfjs makes a model of, from the files of a saved one.
 *
 * @param read gives the bytes of the file of that name
 */
export async function artifactsOf(
  read: (name: string) => Promise<Uint8Array>,
  modelFile: string = "model.json",
): Promise<io.ModelArtifacts> {
  const modelJson = JSON.parse(new TextDecoder().decode(await read(modelFile))) as io.ModelJSON;
  return io.getModelArtifactsForJSON(modelJson, async (manifest) => {
    const parts = await Promise.all(manifest.flatMap((group) => group.paths).map(read));
    return [manifest.flatMap((group) => group.weights), parts.map((part) => new Uint8Array(part).buffer)];
  });
}
