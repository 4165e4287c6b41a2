import { gru } from "./gru.ts";
import type { OwnLayer } from "./OwnLayer.ts";

/** Every layer that Keras' files are read and written with beside those of tfjs. */
export const ownLayers: readonly OwnLayer[] = [gru];
