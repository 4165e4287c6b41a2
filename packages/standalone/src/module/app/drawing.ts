// What a module of a model of digits or garments runs.
export { openStored } from "../../engine/openStored.ts";
export { prepareDrawing as prepare } from "../../prepare/prepareImage.ts";
