import type { LessonFigure } from "./LessonFigure.ts";

/** The figures by their ids, as the guides place them; each is loaded when a lesson shows it. */
export const lessonFigures: Readonly<Record<string, () => Promise<LessonFigure>>> = {
  activation: async () => (await import("./ActivationFigure.tsx")).activationFigure,
  backprop: async () => (await import("./BackpropFigure.tsx")).backpropFigure,
  "batch-normalization": async () => (await import("./BatchNormFigure.tsx")).batchNormFigure,
  boundary: async () => (await import("./BoundaryFigure.tsx")).boundaryFigure,
  convolution: async () => (await import("./ConvolutionFigure.tsx")).convolutionFigure,
  descent: async () => (await import("./DescentFigure.tsx")).descentFigure,
  "double-descent": async () => (await import("./DoubleDescentFigure.tsx")).doubleDescentFigure,
  dropout: async () => (await import("./DropoutFigure.tsx")).dropoutFigure,
  line: async () => (await import("./LineFigure.tsx")).lineFigure,
  loss: async () => (await import("./LossFigure.tsx")).lossFigure,
  neuron: async () => (await import("./NeuronFigure.tsx")).neuronFigure,
  overfitting: async () => (await import("./OverfittingFigure.tsx")).overfittingFigure,
  pixels: async () => (await import("./PixelsFigure.tsx")).pixelsFigure,
  race: async () => (await import("./RaceFigure.tsx")).raceFigure,
  schedule: async () => (await import("./ScheduleFigure.tsx")).scheduleFigure,
  softmax: async () => (await import("./SoftmaxFigure.tsx")).softmaxFigure,
};
