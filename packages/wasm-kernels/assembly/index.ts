// What the module exports. It owns no memory: every pointer is an address in the memory of the running tfjs backend,
// and scratch space comes from its allocator, so there must be no static data here (scripts/inlineWasm.mjs checks).
export { gemm, gemmScratchBytes } from "./gemm";
export { conv2d, conv2dBackpropFilter, conv2dBackpropInput, conv2dScratchBytes } from "./convolution";
export { depthwiseBackpropFilter, depthwiseBackpropInput, depthwiseConv2d } from "./depthwise";
export { maxPoolGrad, avgPoolGrad } from "./pooling";
export { unsortedSegmentSum } from "./segments";
export { sumRows } from "./reductions";
export { sgd, momentum, rmsprop, adam, adadelta } from "./optimizers";
