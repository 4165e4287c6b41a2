// The wide loops: a module of their own, see ../width.ts.
export { multiplyDirect } from "./multiplyDirect";
export { multiplyDirect24 } from "./multiplyDirect24";
export { multiplyTile } from "./multiplyTile";
export { halveImage } from "../halveImage";
export {
  addInputGradient, giveFilterGradient, giveOutput, takeGradient, takeInput, transformFilter,
} from "../winogradTiles";
// To be measured beside: src/checkWideLoops.node.ts.
export { multiplyEightColumns } from "../productTile";
