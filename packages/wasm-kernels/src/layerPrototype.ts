import { serialization } from "@tensorflow/tfjs-core";

/**
 * Finds the methods of a class of tfjs-layers by its name, without importing that package: all of its classes are registered with
 * tfjs-core, to be read from files. `undefined` where nobody has imported it.
 */
export function layerPrototype(name: string): object | undefined {
  const { classNameMap } = serialization.SerializationMap.getMap();
  return classNameMap[name]?.[0]?.prototype as object | undefined;
}
