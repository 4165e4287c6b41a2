import { type Json, listAt, objectAt, textAt } from "../config/Json.ts";
import { classInSnakeCase } from "../config/letterCase.ts";
import { textAttribute } from "../hdf5/textAttribute.ts";
import type { Hdf5Node } from "../hdf5/Hdf5Node.ts";

/** The groups of the layers of a `.weights.h5` file by the names that Keras notes beside the numbers. */
export function notedGroups(layers: Hdf5Node | undefined): Map<string | undefined, Hdf5Node> {
  const groups = new Map<string | undefined, Hdf5Node>();
  for (const group of layers?.children.values() ?? []) {
    const vars = group.children.get("vars");
    if (vars) groups.set(textAttribute(vars, "name"), group);
  }
  return groups;
}

/** The groups of the layers of a `.keras` file by the names in its configuration, which has them in the order of their numbers. */
export function configuredGroups(
  config: Json,
  layers: Hdf5Node | undefined,
): Map<string, Hdf5Node | undefined> {
  const groups = new Map<string, Hdf5Node | undefined>();
  const used = new Map<string, number>();
  for (const layer of listAt(objectAt(config["config"])["layers"]).map(objectAt)) {
    const className = textAt(layer["class_name"]);
    if (config["class_name"] === "Sequential" && className === "InputLayer") continue;
    if (textAt(layer["module"]).startsWith("keras.src.ops")) continue;
    const group = classInSnakeCase(className);
    const count = used.get(group) ?? 0;
    used.set(group, count + 1);
    const name = textAt(objectAt(layer["config"])["name"]);
    groups.set(name, layers?.children.get(count === 0 ? group : `${group}_${count}`));
  }
  return groups;
}
