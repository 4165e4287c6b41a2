// What a module of a model of numbers runs.
export { openStored } from "../../engine/openStored.ts";
