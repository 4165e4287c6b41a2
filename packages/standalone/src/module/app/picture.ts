// What a module of a model of pictures runs.
export { openStored } from "../../engine/openStored.ts";
export { prepareFramed as prepare } from "../../prepare/prepareImage.ts";
