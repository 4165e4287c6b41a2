import { train } from "../mlp/train.js";

globalThis.results = train();
