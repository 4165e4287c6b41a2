/** In which lesson a figure of the page Learn stands, for the addresses that page had: `#/learn?show=descent`. */
export const lessonOfFigure: Readonly<Record<string, string>> = {
  neuron: "networks",
  activation: "networks",
  loss: "classification",
  descent: "gradient-descent",
  softmax: "classification",
  convolution: "convolutional-networks",
  overfitting: "networks",
};
