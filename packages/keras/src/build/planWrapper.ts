import { changesNothing } from "../config/changesNothing.ts";
import { configOf, type Json, listAt, objectAt, textAt } from "../config/Json.ts";
import { toCamelCase } from "../config/letterCase.ts";
import { tfjsClass } from "../config/tfjsClass.ts";
import { wrapperArguments } from "../config/wrapperArguments.ts";
import { corrupt } from "../faults.ts";
import type { Create, LayerSpec, Plan, PlannedLayer } from "./Plan.ts";

/** Looks through a layer that has layers within it and is no model. */
export async function planWrapper(spec: LayerSpec, plan: Plan): Promise<Create> {
  const { className, config, name, missing, within } = spec;
  const { layer, cell, cells, backward_layer: backward, trainable, ...settings } = config;
  const own = wrapperArguments(className);
  const both = className === "Bidirectional";
  if (both && backward && !isMirrored(layer, backward)) missing("a backward layer of its own");
  const { return_sequences: sequences, zero_output_for_mask: zeros } = configOf(layer);
  if (both && plan.masks && sequences === true && zeros === true) missing("zeros where steps are masked");
  for (const [key, value] of Object.entries(settings)) {
    if (![...own, "name", "dtype"].includes(key) && !changesNothing(key, value))
      missing(`${key} ${JSON.stringify(value)}`);
  }
  const Class = tfjsClass(className);
  if (Class === undefined) throw corrupt(`${className} is no class of layers`);
  const wrapped = layer === undefined ? undefined : await within(both ? withoutDirection(layer) : layer);
  const single = cell === undefined ? undefined : await within(cell);
  const several: PlannedLayer[] = [];
  for (const each of listAt(cells)) several.push(await within(each));
  const args = {
    ...(name !== "" && { name }),
    trainable: trainable !== false,
    ...Object.fromEntries(own.map((key) => [toCamelCase(key), config[key]])),
  };
  return () =>
    new Class({
      ...args,
      layer: wrapped?.create(),
      cell: single?.create(),
      cells: several.map(({ create }) => create()),
    });
}

/** The wrapper puts "forward_" before the name again. */
function withoutDirection(layer: unknown): Json {
  const { config, ...rest } = objectAt(layer);
  const name = textAt(objectAt(config)["name"]).replace(/^forward_/, "");
  return { ...rest, config: { ...objectAt(config), name } };
}

/** Whether the layer backwards is the one forwards, turned around: all that tfjs has. */
function isMirrored(layer: unknown, backward: unknown): boolean {
  const settingsOf = (one: unknown): string => {
    const { name: _, go_backwards: __, ...rest } = configOf(one);
    return JSON.stringify(rest, (key, value) =>
      key === "shared_object_id" || key === "build_config" ? undefined : value,
    );
  };
  return settingsOf(layer) === settingsOf(backward);
}
