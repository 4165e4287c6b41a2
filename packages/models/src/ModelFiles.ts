/** The files of a saved model by their names: `model.json`, and the weights that it names. */
export type ModelFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
