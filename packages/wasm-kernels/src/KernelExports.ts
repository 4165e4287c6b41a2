// The exports of the WebAssembly module (assembly/index.ts). Addresses are byte offsets in the backend's memory.

/** Two stored matrices: floats from one row to the next, and whether they are transposed. */
type Operands = [a: number, lda: number, transposeA: boolean, b: number, ldb: number, transposeB: boolean];

type Product = [
  ...operands: Operands,
  packedB: number,
  c: number,
  ldc: number,
  m: number,
  n: number,
  k: number,
  bias: number,
  activation: number,
  scratch: number,
];

/** The shape of a pooling: sizes, window, strides, padding. */
export type PoolShape = [
  batch: number,
  inHeight: number,
  inWidth: number,
  channels: number,
  outHeight: number,
  outWidth: number,
  filterHeight: number,
  filterWidth: number,
  strideHeight: number,
  strideWidth: number,
  padTop: number,
  padLeft: number,
];

/** The shape of a convolution. `outChannels` is the channel multiplier where the convolution is depthwise. */
export type ConvShape = [
  batch: number,
  inHeight: number,
  inWidth: number,
  inChannels: number,
  outHeight: number,
  outWidth: number,
  outChannels: number,
  filterHeight: number,
  filterWidth: number,
  strideHeight: number,
  strideWidth: number,
  dilationHeight: number,
  dilationWidth: number,
  padTop: number,
  padLeft: number,
];

/**
 * The gradient of a convolution's output. Or that of what was pooled of it: with the places of the largest values, and the pooled values
 * where a relu is between, otherwise 0.
 */
export type OutputGradient = [dy: number, places: number, positive: number];

/** A batch normalization: mean, variance, scale and offset of each channel, and what is added to the variances. */
type Normalization = [mean: number, variance: number, scale: number, offset: number, epsilon: number];

/** Sizes, the code of the activation behind it and its parameter, scratch space. */
type NormalizationRest = [rows: number, channels: number, activation: number, alpha: number, scratch: number];

export interface KernelExports {
  teamBytes(): number;
  /** How many threads work now. */
  teamSize(): number;
  setTeam(block: number, threads: number, mayWait: boolean): void;
  stopHelpers(): void;
  /** Ends a job that an error ended on this thread, once the others are no longer at it. */
  close(): void;
  /** Leaves the step of an optimizer that comes next to the other threads, if there are any: it returns at once. */
  leaveOpen(): void;
  /** Finishes that step, if it was left: see `KernelContext.finish`. */
  finishStep(): void;
  gemmScratchBytes(m: number, n: number, k: number): number;
  gemm(...product: Product): void;
  /** Bytes of scratch space for {@link gradientProduct}; 0 where it is of no use. */
  gradientScratchBytes(m: number, n: number, k: number, transposeB: boolean): number;
  /** Says of which product the next step of an optimizer takes its gradient, for which it is given 0 then. */
  gradientProduct(
    ...product: [...operands: Operands, m: number, n: number, k: number, scratch: number]
  ): void;
  productPackedBytes(n: number, k: number): number;
  packProduct(b: number, ldb: number, transposeB: boolean, n: number, k: number, packed: number): void;
  /** Here and below, `shape` is the address of a {@link ConvShape}. */
  conv2dScratchBytes(shape: number, pooled: boolean): number;
  conv2dPackedBytes(shape: number): number;
  packConv2d(filter: number, packed: number, shape: number, scratch: number): number;
  conv2d(
    x: number,
    filter: number,
    packed: number,
    bias: number,
    activation: number,
    y: number,
    pooled: boolean,
    places: number,
    shape: number,
    scratch: number,
  ): number;
  filterGradientScratchBytes(shape: number): number;
  conv2dBackpropFilter(
    x: number,
    ...rest: [...OutputGradient, dw: number, shape: number, scratch: number]
  ): number;
  inputGradientScratchBytes(shape: number): number;
  inputGradientPackedBytes(shape: number): number;
  /** Whether {@link conv2dBackpropInput} takes the gradient of a pooling. */
  inputGradientOfPooled(shape: number): number;
  packInputGradient(filter: number, packed: number, shape: number, scratch: number): number;
  conv2dBackpropInput(
    ...rest: [...OutputGradient, filter: number, packed: number, dx: number, shape: number, scratch: number]
  ): number;
  /** What the three above give 0 for and leave undone, because of values that are not finite. */
  plainConv2d(x: number, filter: number, bias: number, activation: number, y: number, shape: number): void;
  plainBackpropInput(dy: number, filter: number, dx: number, shape: number): void;
  plainBackpropFilter(x: number, dy: number, dw: number, shape: number): void;
  depthwiseConv2d(
    x: number,
    filter: number,
    bias: number,
    activation: number,
    y: number,
    shape: number,
  ): void;
  depthwiseBackpropFilter(x: number, dy: number, dw: number, shape: number): void;
  depthwiseBackpropInput(dy: number, filter: number, dx: number, shape: number): void;
  /** Activations are those of `assembly/activations.ts`. */
  activate(x: number, y: number, count: number, activation: number, alpha: number): void;
  activationGradient(
    dy: number,
    x: number,
    dx: number,
    count: number,
    activation: number,
    alpha: number,
  ): void;
  eluGradient(dy: number, y: number, dx: number, count: number): void;
  batchNormalizationScratchBytes(rows: number, channels: number): number;
  batchNormalizationStatistics(
    x: number,
    mean: number,
    variance: number,
    rows: number,
    channels: number,
    scratch: number,
  ): void;
  batchNormalization(x: number, ...rest: [...Normalization, out: number, ...NormalizationRest]): void;
  normalizedActivationGradient(
    x: number,
    dy: number,
    ...rest: [...Normalization, out: number, ...NormalizationRest]
  ): void;
  batchNormalizationGradient(
    x: number,
    dy: number,
    ...rest: [...Normalization, dx: number, dscale: number, doffset: number, ...NormalizationRest]
  ): void;
  middleMean(x: number, y: number, outer: number, length: number, inner: number): void;
  middleMeanGradient(dy: number, dx: number, outer: number, length: number, inner: number): void;
  scaleBytes(bytes: number, out: number, count: number, scale: number, offset: number): void;
  /** As `activate`. */
  add(a: number, b: number, out: number, count: number, activation: number, alpha: number): void;
  randomMask(
    out: number,
    count: number,
    a: number,
    b: number,
    c: number,
    threshold: number,
    kept: number,
  ): void;
  multiply(a: number, b: number, out: number, count: number): void;
  movingAverage(average: number, value: number, out: number, count: number, share: number): void;
  addBias(x: number, bias: number, out: number, rows: number, columns: number): void;
  relu(x: number, out: number, count: number): void;
  clip(x: number, out: number, count: number, low: number, high: number): void;
  maximum(a: number, b: number, out: number, count: number, single: boolean): void;
  minimum(a: number, b: number, out: number, count: number, single: boolean): void;
  isFiniteRun(values: number, count: number): boolean;
  reluGradient(dy: number, x: number, dx: number, count: number): void;
  crossEntropy(
    probabilities: number,
    targets: number,
    sparse: boolean,
    kept: number,
    others: number,
    losses: number,
    gradients: number,
    rows: number,
    classes: number,
  ): void;
  countHits(outputs: number, targets: number, sparse: boolean, rows: number, classes: number): number;
  softmaxGradient(dy: number, y: number, dx: number, rows: number, columns: number): void;
  /** Here and below, `shape` is the address of a {@link PoolShape}. */
  maxPool(x: number, y: number, shape: number): void;
  avgPool(x: number, y: number, shape: number): void;
  maxPoolGrad(x: number, y: number, dy: number, dx: number, relu: number, shape: number): void;
  maxPoolGradAt(places: number, y: number, dy: number, dx: number, relu: number, shape: number): void;
  avgPoolGrad(dy: number, dx: number, shape: number): void;
  unsortedSegmentSum(
    x: number,
    ids: number,
    out: number,
    count: number,
    inner: number,
    segments: number,
  ): void;
  sumRowsScratchBytes(rows: number, columns: number): number;
  /** The sums of the rows of x, or, where `positive` is not 0, of x times the step of the values there. */
  sumRows(x: number, positive: number, out: number, rows: number, columns: number, scratch: number): void;
  sgd(value: number, result: number, gradient: number, count: number, scale: number): void;
  momentum(
    value: number,
    result: number,
    gradient: number,
    accumulation: number,
    count: number,
    scale: number,
    m: number,
    nesterov: boolean,
    keep: number,
  ): void;
  rmsprop(
    value: number,
    result: number,
    gradient: number,
    meanSquare: number,
    moment: number,
    count: number,
    learningRate: number,
    decay: number,
    oneMinusDecay: number,
    momentum: number,
    epsilon: number,
  ): void;
  adam(
    value: number,
    result: number,
    gradient: number,
    first: number,
    second: number,
    count: number,
    scale: number,
    beta1: number,
    oneMinusBeta1: number,
    beta2: number,
    oneMinusBeta2: number,
    correction1: number,
    correction2: number,
    epsilon: number,
    keep: number,
  ): void;
  adadelta(
    value: number,
    result: number,
    gradient: number,
    squares: number,
    updates: number,
    count: number,
    scale: number,
    rho: number,
    oneMinusRho: number,
    epsilon: number,
  ): void;
}
