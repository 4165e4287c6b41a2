// Typed arrays in plain Node, with no TensorFlow.js.
import { parseIdx, syntheticDigits } from "@minibatch/datasets";
import { mnist } from "@minibatch/datasets/mnist";

const { train } = await syntheticDigits.load({ limit: { train: 10, test: 0 } });
const { data, shape } = parseIdx(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 3, 5, 0, 4));

console.log(JSON.stringify({ drawn: train.x.shape, parsed: [...data], shape, files: mnist.files.length }));
