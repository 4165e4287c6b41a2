import { activate } from "./activate.ts";
import { convolve } from "./convolve.ts";
import { convolveDepthwise } from "./convolveDepthwise.ts";
import type { DenseStep, GlobalPoolingStep, Network, Step } from "./Network.ts";
import { pool } from "./pool.ts";

/**
 * Computes the output of a network for one input, in plain JavaScript.
 *
 * @param weights the arrays that its steps count by place
 * @param input the values of one input, row-major; they stay as they are
 * @returns the values of the output
 * @example
 * const probabilities = runNetwork(network, weights, pixels);
 */
export function runNetwork(
  { steps }: Network,
  weights: readonly Float32Array[],
  input: ArrayLike<number>,
): Float32Array {
  const values: Float32Array[] = [Float32Array.from(input)];
  for (const step of steps) values.push(run(step, values, weights));
  return values.at(-1) as Float32Array;
}

function run(step: Step, values: readonly Float32Array[], weights: readonly Float32Array[]): Float32Array {
  const valueOf = (index: number): Float32Array => values[index] as Float32Array;
  const weight = (index: number | undefined): Float32Array | undefined =>
    index === undefined ? undefined : weights[index];
  switch (step.kind) {
    case "convolution":
    case "depthwise": {
      const convolved = step.kind === "convolution" ? convolve : convolveDepthwise;
      const kernel = weight(step.kernel) as Float32Array;
      return activate(
        convolved(valueOf(step.input), step, kernel, weight(step.bias)),
        step.activation,
        step.filters,
      );
    }
    case "dense": {
      const kernel = weight(step.kernel) as Float32Array;
      return activate(
        multiply(valueOf(step.input), step, kernel, weight(step.bias)),
        step.activation,
        step.units,
      );
    }
    case "maxPooling":
    case "averagePooling":
      return pool(valueOf(step.input), step);
    case "scale":
      return scaled(
        valueOf(step.input),
        weight(step.scale) as Float32Array,
        weight(step.offset) as Float32Array,
      );
    case "activation":
      return activate(valueOf(step.input).slice(), step.activation, step.channels);
    case "addition":
      return sumOf(step.inputs.map(valueOf));
    default:
      return pooledOverAll(valueOf(step.input), step);
  }
}

function sumOf([first, ...others]: readonly Float32Array[]): Float32Array {
  const sum = (first as Float32Array).slice();
  for (const value of others) {
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] as number) + (value[at] as number);
  }
  return sum;
}

function multiply(
  rows: Float32Array,
  { units }: DenseStep,
  kernel: Float32Array,
  bias: Float32Array | undefined,
): Float32Array {
  const inputs = kernel.length / units;
  const result = new Float32Array((rows.length / inputs) * units);
  for (let row = 0; row * inputs < rows.length; row += 1) {
    const sums = result.subarray(row * units, (row + 1) * units);
    if (bias) sums.set(bias);
    for (let input = 0; input < inputs; input += 1) {
      const value = rows[row * inputs + input] as number;
      if (value === 0) continue;
      const start = input * units;
      for (let unit = 0; unit < units; unit += 1) {
        sums[unit] = (sums[unit] as number) + value * (kernel[start + unit] as number);
      }
    }
  }
  return result;
}

function scaled(values: Float32Array, scale: Float32Array, offset: Float32Array): Float32Array {
  return values.map(
    (value, at) => value * (scale[at % scale.length] as number) + (offset[at % offset.length] as number),
  );
}

function pooledOverAll(image: Float32Array, { kind, channels }: GlobalPoolingStep): Float32Array {
  const pixels = image.length / channels;
  const largest = kind === "globalMaxPooling";
  const result = new Float32Array(channels).fill(largest ? Number.NEGATIVE_INFINITY : 0);
  for (let at = 0; at < image.length; at += 1) {
    const before = result[at % channels] as number;
    const value = image[at] as number;
    result[at % channels] = largest ? Math.max(before, value) : before + value;
  }
  return largest ? result : result.map((sum) => sum / pixels);
}
