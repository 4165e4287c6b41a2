import { train } from "../mlp/train.js";

postMessage(await train());
