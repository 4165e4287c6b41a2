import { train } from "./mlp/train.js";

console.log(JSON.stringify(await train()));
