// What a module of a model of a table runs.
export { openStored } from "../../engine/openStored.ts";
export { prepareRow as prepare } from "../../prepare/prepareRow.ts";
