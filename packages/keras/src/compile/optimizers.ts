import { type Optimizer, type Tensor, train } from "@tensorflow/tfjs-core";
import { type Json, objectAt, textAt } from "../config/Json.ts";

/** What Keras' optimizers do beyond those of tfjs, unless they are switched off. */
const extras = [
  "weight_decay",
  "clipnorm",
  "clipvalue",
  "global_clipnorm",
  "use_ema",
  "gradient_accumulation_steps",
  "loss_scale_factor",
  "amsgrad",
];

/**
 * Makes the optimizer of tfjs that moves weights as the one of Keras does.
 *
 * @returns what is missing, where there is none
 */
export function tfjsOptimizer(spec: unknown): Optimizer | string {
  const { class_name: className, config: settings } = objectAt(spec);
  const name = (typeof spec === "string" ? spec : textAt(className)).toLowerCase();
  const config = objectAt(settings);
  const extra = extras.find(
    (key) => config[key] !== undefined && config[key] !== null && config[key] !== false,
  );
  if (extra !== undefined) return `the ${extra} of its optimizer, ${name}`;
  if (typeof objectAt(config)["learning_rate"] === "object")
    return `the learning-rate schedule of its optimizer, ${name}`;
  const number = (key: string, otherwise: number): number =>
    typeof config[key] === "number" ? config[key] : otherwise;
  if (name === "sgd") {
    const momentum = number("momentum", 0);
    const rate = number("learning_rate", 0.01);
    return momentum === 0
      ? train.sgd(rate)
      : disposedWhole(train.momentum(rate, momentum, config["nesterov"] === true));
  }
  const rate = number("learning_rate", 0.001);
  const epsilon = number("epsilon", 1e-7);
  if (name === "rmsprop")
    return train.rmsprop(
      rate,
      number("rho", 0.9),
      number("momentum", 0),
      epsilon,
      config["centered"] === true,
    );
  if (name === "adam") return train.adam(rate, number("beta_1", 0.9), number("beta_2", 0.999), epsilon);
  return `its optimizer, ${name}`;
}

/** tfjs forgets the rate, which the optimizer keeps as a tensor too. */
function disposedWhole(optimizer: Optimizer): Optimizer {
  const disposeRest = optimizer.dispose.bind(optimizer);
  optimizer.dispose = () => {
    disposeRest();
    (optimizer as unknown as { readonly c: Tensor }).c.dispose();
  };
  return optimizer;
}

/** An optimizer of tfjs as Keras describes it; undefined for one whose state has no place there. */
export function kerasOptimizer(optimizer: Optimizer): Json | undefined {
  const config = objectAt(optimizer.getConfig());
  const { learningRate, momentum, useNesterov, decay, epsilon, centered, beta1, beta2 } = config;
  const describe = (className: string, settings: Json): Json => ({
    module: "keras.optimizers",
    class_name: className,
    config: { name: className.toLowerCase(), learning_rate: learningRate, ...settings },
    registered_name: null,
  });
  switch (optimizer.getClassName()) {
    case "SGD":
      // Without momentum, as is default: JSON writes 0.0 as 0, and Keras takes no whole number for it.
      return describe("SGD", { nesterov: false });
    case "Momentum":
      return describe("SGD", { momentum, nesterov: useNesterov });
    case "RMSProp":
      return describe("RMSprop", { rho: decay, momentum, epsilon, centered });
    case "Adam":
      return describe("Adam", { beta_1: beta1, beta_2: beta2, epsilon });
    default:
      return undefined;
  }
}
