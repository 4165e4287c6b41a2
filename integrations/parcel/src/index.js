import { syntheticDigits } from "@minibatch/datasets/synthetic-digits";
import { train } from "../mlp/train.js";

document.title = `${syntheticDigits.title} with parcel`;
globalThis.results = train();
