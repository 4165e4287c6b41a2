import { decodeModel, encodeModel } from "@minibatch/models";
import type { ChosenFile } from "./savedFiles.ts";
import { startChosenBackend } from "./startChosenBackend.ts";

/** Turns models of Keras among files into what models are kept as here, in a folder of their name; all other files stay. */
export async function kerasToTfjs(chosen: readonly ChosenFile[]): Promise<readonly ChosenFile[]> {
  const isKeras = ({ path }: ChosenFile): boolean => /\.(keras|h5)$/i.test(path);
  if (!chosen.some(isKeras)) return chosen;
  await startChosenBackend("cpu");
  const files: ChosenFile[] = [];
  for (const file of chosen) files.push(...(isKeras(file) ? await converted(file) : [file]));
  return files;
}

async function converted({ path, bytes }: ChosenFile): Promise<ChosenFile[]> {
  const { model, metadata } = await decodeModel(new Map([[path, bytes]]));
  try {
    const files = await encodeModel(model, metadata);
    const folder = path.replace(/\.\w+$/, "");
    return [...files].map(([name, contents]) => ({ path: `${folder}/${name}`, bytes: contents }));
  } finally {
    model.dispose();
  }
}
