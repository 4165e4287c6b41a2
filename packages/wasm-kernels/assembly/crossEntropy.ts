// The last step of a classifier: softmax's gradient, and the cross-entropy with its gradient, as tfjs' layers define it. Some
// thousand values: what costs time in tfjs are the thirty operations that it makes of them.

// Probabilities are kept away from 0 and 1 by this much, as in tfjs and Keras.
const EPSILON: f32 = 1e-7;
const MOST: f32 = 1 - EPSILON;

/**
 * losses[rows] and gradients[rows, classes], those of each loss by the probabilities of its row.
 *
 * @param targets a label for each row, where `sparse`, otherwise rows of a probability for each class
 * @param kept how much of a target is kept where labels are smoothed, otherwise 1
 * @param others what comes to each class instead, otherwise 0
 */
export function crossEntropy(
  probabilities: usize, targets: usize, sparse: bool, kept: f32, others: f32, losses: usize, gradients: usize, rows: i32, classes: i32,
): void {
  const end = (<usize>classes) << 2;
  for (let row = 0; row < rows; row++) {
    if (kept != 1) {
      // A row of gradients is where its targets wait until they are read.
      smoothRow(targets, sparse, kept, others, gradients, classes);
      store<f32>(losses, ofDistribution(probabilities, gradients, gradients, end));
      targets += sparse ? 4 : end;
    } else if (sparse) {
      const label = classOf(load<f32>(targets));
      store<f32>(losses, ofLabel(probabilities, label, gradients, classes));
      targets += 4;
    } else {
      store<f32>(losses, ofDistribution(probabilities, targets, gradients, end));
      targets += end;
    }
    losses += 4;
    probabilities += end;
    gradients += end;
  }
}

function smoothRow(target: usize, sparse: bool, kept: f32, others: f32, out: usize, classes: i32): void {
  const label = sparse ? classOf(load<f32>(target)) : 0;
  for (let c = 0; c < classes; c++) {
    const at = (<usize>c) << 2;
    const share = sparse ? <f32>(c == label) : load<f32>(target + at);
    store<f32>(out + at, share * kept + others);
  }
}

// As JavaScript makes a whole number of it: modulo 2^32, and 0 where there is none.
function classOf(label: f32): i32 {
  const whole = Mathf.floor(label);
  return Mathf.abs(whole) < 9.2e18 ? <i32>(<i64>whole) : 0;
}

// Probabilities are clipped, made to add up to 1, and clipped once more. A label that names no class costs nothing, unless
// a probability is not a number.
function ofLabel(p: usize, label: i32, gradient: usize, classes: i32): f32 {
  const end = (<usize>classes) << 2;
  let sum: f32 = 0;
  for (let at: usize = 0; at < end; at += 4) sum += clip(load<f32>(p + at));
  if (label < 0 || label >= classes) {
    const nothing: f32 = <f32>0 * sum;
    for (let at: usize = 0; at < end; at += 4) store<f32>(gradient + at, isClipped(load<f32>(p + at)) ? 0 : nothing);
    return nothing;
  }
  const place = (<usize>label) << 2;
  const share = clip(load<f32>(p + place)) / sum;
  const slope: f32 = isClipped(share) ? 0 : -1 / share;
  const others = -slope * share / sum;
  for (let at: usize = 0; at < end; at += 4) {
    const own: f32 = at == place ? slope / sum : 0;
    store<f32>(gradient + at, isClipped(load<f32>(p + at)) ? 0 : own + others);
  }
  return -logarithm(clip(share));
}

function ofDistribution(p: usize, target: usize, gradient: usize, end: usize): f32 {
  let sum: f32 = 0;
  for (let at: usize = 0; at < end; at += 4) sum += load<f32>(p + at);
  let loss: f32 = 0;
  let shared: f32 = 0;
  for (let at: usize = 0; at < end; at += 4) {
    const weight = load<f32>(target + at);
    const share = load<f32>(p + at) / sum;
    const slope: f32 = isClipped(share) ? 0 : -weight / share;
    loss -= weight * logarithm(clip(share));
    shared += slope * share;
    store<f32>(gradient + at, slope);
  }
  for (let at: usize = 0; at < end; at += 4) store<f32>(gradient + at, (load<f32>(gradient + at) - shared) / sum);
  return loss;
}

// @ts-ignore: decorator
@inline
function clip(value: f32): f32 {
  return min(max(value, EPSILON), MOST);
}

// @ts-ignore: decorator
@inline
function isClipped(value: f32): bool {
  // True of what is not a number: so says the gradient of clipByValue.
  return !(value >= EPSILON && value <= MOST);
}

// The library's own has tables, and there is no place for them (index.ts). With x = m * 2^e and z = (m - 1) / (m + 1),
// log m = 2 (z + z^3 / 3 + z^5 / 5 ...), where z is at most 0.172; `x` is a normal number, or not a number.
function logarithm(x: f32): f32 {
  if (x != x) return x;
  const bits = reinterpret<i32>(x);
  // The exponent that leaves m between the square roots of 1/2 and 2.
  const exponent = (bits - 0x3f3504f3) >> 23;
  const m = <f64>reinterpret<f32>(bits - (exponent << 23));
  const z = (m - 1) / (m + 1);
  const zz = z * z;
  const series = z * (1 + zz * (1.0 / 3 + zz * (1.0 / 5 + zz * (1.0 / 7 + zz * (1.0 / 9)))));
  return <f32>(2 * series + <f64>exponent * 0.6931471805599453);
}

/** How many rows of outputs are largest at their label, where `sparse`, otherwise at the largest of their targets; the first of equal ones. */
export function countHits(outputs: usize, targets: usize, sparse: bool, rows: i32, classes: i32): i32 {
  const end = (<usize>classes) << 2;
  let hits = 0;
  for (let row = 0; row < rows; row++) {
    const found = largest(outputs, classes);
    if (sparse) hits += <i32>(load<f32>(targets) == <f32>found);
    else hits += <i32>(largest(targets, classes) == found);
    outputs += end;
    targets += sparse ? 4 : end;
  }
  return hits;
}

// As tfjs: what is not a number is larger than nothing, and nothing is larger than it.
function largest(values: usize, count: i32): i32 {
  let place = 0;
  let most = load<f32>(values);
  for (let i = 1; i < count; i++) {
    const value = load<f32>(values + ((<usize>i) << 2));
    if (value > most) {
      most = value;
      place = i;
    }
  }
  return place;
}

/** dx = y * (dy - the sum of dy * y over the row), where y[rows, columns] is softmax of x. */
export function softmaxGradient(dy: usize, y: usize, dx: usize, rows: i32, columns: i32): void {
  const end = (<usize>columns) << 2;
  for (let row = 0; row < rows; row++) {
    let sum: f32 = 0;
    for (let at: usize = 0; at < end; at += 4) sum += load<f32>(dy + at) * load<f32>(y + at);
    for (let at: usize = 0; at < end; at += 4) {
      store<f32>(dx + at, load<f32>(y + at) * (load<f32>(dy + at) - sum));
    }
    dy += end;
    y += end;
    dx += end;
  }
}
