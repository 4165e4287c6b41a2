import { train } from "./train.js";

postMessage(await train());
