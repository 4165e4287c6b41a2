import { activationReaders } from "./activationReaders.ts";
import { arithmeticReaders } from "./arithmeticReaders.ts";
import { normalizationReaders } from "./normalizationReaders.ts";
import { productReaders } from "./productReaders.ts";
import { shapeReaders } from "./shapeReaders.ts";
import { windowReaders } from "./windowReaders.ts";
import type { NodeReaders } from "../read/NodeContext.ts";

/** Every operator that can be read. */
export const nodeReaders: NodeReaders = {
  ...activationReaders,
  ...arithmeticReaders,
  ...normalizationReaders,
  ...productReaders,
  ...shapeReaders,
  ...windowReaders,
};
