import { activationLayers } from "./activationLayers.ts";
import { convolutionLayers } from "./convolutionLayers.ts";
import { denseLayers } from "./denseLayers.ts";
import type { LayerWriters } from "./LayerContext.ts";
import { mergingLayers } from "./mergingLayers.ts";
import { normalizationLayers } from "./normalizationLayers.ts";
import { poolingLayers } from "./poolingLayers.ts";
import { recurrentLayers } from "./recurrentLayers.ts";
import { shapeLayers } from "./shapeLayers.ts";
import { wrapperLayers } from "./wrapperLayers.ts";

/** Every layer that can be written. */
export const layerWriters: LayerWriters = {
  ...activationLayers,
  ...convolutionLayers,
  ...denseLayers,
  ...mergingLayers,
  ...normalizationLayers,
  ...poolingLayers,
  ...recurrentLayers,
  ...shapeLayers,
  ...wrapperLayers,
};
