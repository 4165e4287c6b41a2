import {
  type ActivationFunction,
  elu,
  leakyRelu,
  maxout,
  relu,
  sigmoid,
  tanh,
} from "../learn/activations.ts";
import type { Plot, VegaLiteSpec } from "./Plot.ts";
import { seriesColours } from "./plotConfig.ts";
import { plotOf } from "./plotOf.ts";

/** One point of the curve of an activation function. */
export interface ActivationRow {
  readonly name: string;
  /** What comes in. */
  readonly x: number;
  /** What goes out. */
  readonly y: number;
}

/** Options of {@link activationCurves}. */
export interface ActivationCurvesOptions {
  /**
   * Where the curves begin and end.
   *
   * @default [-4, 4]
   */
  readonly domain?: readonly [from: number, to: number] | undefined;
  /**
   * Points of each curve, at least 2.
   *
   * @default 81
   */
  readonly points?: number | undefined;
}

/** The six that every course shows; maxout with two lines, one of which falls. */
const courseFunctions: Readonly<Record<string, ActivationFunction>> = {
  sigmoid,
  tanh,
  ReLU: relu,
  "Leaky ReLU": leakyRelu(0.1),
  ELU: elu(),
  Maxout: maxout([
    [-0.5, 0.5],
    [1, -1],
  ]),
};

/**
 * The curves of activation functions, a panel for each.
 *
 * @param functions by their names; by default sigmoid, tanh, ReLU, Leaky ReLU (slope 0.1), ELU and Maxout
 * @returns a row for each point
 *
 * @example
 * const { rows } = activationCurves();
 * rows.find(({ name, x }) => name === "sigmoid" && x === 0); // { name: "sigmoid", x: 0, y: 0.5 }
 */
export function activationCurves(
  functions: Readonly<Record<string, ActivationFunction>> = courseFunctions,
  options: ActivationCurvesOptions = {},
): Plot<ActivationRow> {
  const { domain: [from, to] = [-4, 4], points = 81 } = options;
  const names = Object.keys(functions);
  const rows = Object.entries(functions).flatMap(([name, activation]) =>
    Array.from({ length: points }, (_, at) => {
      const x = from + ((to - from) * at) / (points - 1);
      return { name, x, y: activation(x) };
    }),
  );
  const columns = Math.min(3, names.length);
  return plotOf(rows, `Activation functions from ${from} to ${to}: ${names.join(", ")}`, {
    columns,
    // The panels stand in line whatever stands beside their axes.
    bounds: "flush",
    spacing: { row: 64, column: 44 },
    facet: { field: "name", type: "nominal", sort: names, title: null },
    resolve: { scale: { y: "independent" }, axis: { x: "independent" } },
    spec: {
      width: Math.floor(680 / Math.max(1, columns)) - 56,
      height: 130,
      layer: [
        rule("x"),
        rule("y"),
        {
          mark: { type: "line", strokeWidth: 2.5, color: seriesColours[0] ?? "" },
          encoding: {
            x: { field: "x", type: "quantitative", title: null, scale: { domain: [from, to] } },
            y: { field: "y", type: "quantitative", title: null, axis: { tickCount: 4 } },
          },
        },
      ],
    },
  });
}

/** The line on which `axis` is 0. */
function rule(axis: "x" | "y"): VegaLiteSpec {
  return {
    data: { values: [{}] },
    mark: { type: "rule", color: "#8888" },
    encoding: { [axis]: { datum: 0, type: "quantitative" } },
  };
}
