import { optimizerPath } from "@minibatch/training";
import { parsePoints, pointsText } from "../../../network/pointsText.ts";
import { route, setParameters } from "../../../state/route.ts";
import type { PlanePoint } from "@minibatch/recipes";
import { choiceOf, numberOf } from "./parameters.ts";

/** How points can lie to begin with. */
export const boundaryLayouts = ["apart", "mixed", "corners"] as const;

type Places = readonly (readonly [x: number, y: number])[];

/** Of each layout the places of the discs, and those of the squares. */
const layouts: Readonly<Record<(typeof boundaryLayouts)[number], readonly [Places, Places]>> = {
  apart: [
    [
      [-0.8, 0.1],
      [-0.6, -0.5],
      [-0.3, 0.3],
      [-0.2, -0.7],
      [-0.5, 0.7],
    ],
    [
      [0.2, 0.7],
      [0.4, 0.1],
      [0.5, -0.5],
      [0.7, 0.5],
      [0.8, -0.2],
    ],
  ],
  mixed: [
    [
      [-0.8, 0.1],
      [-0.6, -0.5],
      [-0.3, 0.3],
      [-0.2, -0.7],
      [0.5, 0.2],
    ],
    [
      [0.2, 0.7],
      [0.4, 0],
      [0.5, -0.5],
      [0.7, 0.5],
      [-0.5, -0.1],
    ],
  ],
  corners: [
    [
      [-0.7, 0.6],
      [-0.4, 0.7],
      [-0.6, 0.3],
      [0.7, -0.6],
      [0.4, -0.5],
    ],
    [
      [-0.7, -0.6],
      [-0.4, -0.4],
      [0.6, 0.7],
      [0.4, 0.4],
      [0.7, 0.3],
    ],
  ],
};

const weight = (name: string, fallback: number) => ({ name, min: -8, max: 8, step: 0.05, fallback });
/** Both weights and the bias, as the address has them. */
export const boundaryWeights = [weight("tilt1", -1), weight("tilt2", 2)] as const;
export const boundaryBias = weight("shift", 0.5);

const rate = 1;

/** The two weights and the bias of the address. */
export function boundaryNeuron(): readonly number[] {
  return [...boundaryWeights, boundaryBias].map(numberOf);
}

/** The layout that was chosen. */
export function boundaryLayout(): (typeof boundaryLayouts)[number] {
  return choiceOf("layout", boundaryLayouts);
}

/** The points: those of the address, where one of them has been moved, else those of the layout. */
export function boundaryPoints(): readonly PlanePoint[] {
  const moved = parsePoints(route.value.parameters["dots"] ?? "");
  if (moved.length > 0) return moved;
  return layouts[boundaryLayout()].flatMap((places, label) =>
    places.map(([x, y]): PlanePoint => ({ x, y, label: label === 0 ? 0 : 1 })),
  );
}

/** Puts another point in the place of one. */
export function changePoint(at: number, changed: PlanePoint): void {
  const points = boundaryPoints().map((point, index) => (index === at ? changed : point));
  setParameters({ dots: pointsText(points) });
}

/** The neuron's sum at a place. */
export function boundarySum(neuron: readonly number[], { x, y }: Pick<PlanePoint, "x" | "y">): number {
  const [first = 0, second = 0, bias = 0] = neuron;
  return first * x + second * y + bias;
}

/** The mean cross-entropy of the sigmoid of the sums. */
export function boundaryLoss(neuron: readonly number[], points: readonly PlanePoint[]): number {
  const losses = points.map((point) => {
    const sum = boundarySum(neuron, point) * (point.label === 1 ? 1 : -1);
    // -log of the sigmoid, which is exact for large sums as well.
    return sum > 0 ? Math.log1p(Math.exp(-sum)) : Math.log1p(Math.exp(sum)) - sum;
  });
  return losses.reduce((total, loss) => total + loss, 0) / points.length;
}

/** Moves weights and bias down the slope of the loss, and keeps them in the address. */
export function stepBoundary(steps: number): void {
  const points = boundaryPoints();
  const slope = (neuron: readonly number[]): readonly number[] => {
    const errors = points.map((point) => 1 / (1 + Math.exp(-boundarySum(neuron, point))) - point.label);
    const meanOf = (input: (point: PlanePoint) => number): number =>
      points.reduce((total, point, at) => total + (errors[at] ?? 0) * input(point), 0) / points.length;
    return [meanOf(({ x }) => x), meanOf(({ y }) => y), meanOf(() => 1)];
  };
  const path = optimizerPath(slope, { rule: "sgd", start: boundaryNeuron(), learningRate: rate, steps });
  const names = [...boundaryWeights, boundaryBias].map(({ name }) => name);
  const values = (path.at(-1) ?? []).map((value) => String(Math.round(value * 1e4) / 1e4));
  setParameters(Object.fromEntries(names.map((name, at) => [name, values[at]])));
}
