export { loadCheckpoint, saveCheckpoint } from "./checkpoint/checkpointFile.node.ts";
