import type { Activation, CnnBlock, KernelInitializer } from "@minibatch/models";
import { layerNames } from "../experiment/layerNames.ts";
import type { LayerDescription, ModelDescription } from "../experiment/ModelDescription.ts";
import {
  choice,
  flag,
  list,
  needed,
  number,
  object,
  oneOf,
  record,
  type Schema,
  share,
  whole,
} from "./Schema.ts";

type Of<Kind extends string> = Extract<ModelDescription, Readonly<Record<Kind, unknown>>>;

const activations: Record<Activation, true> = {
  relu: true,
  elu: true,
  selu: true,
  gelu: true,
  silu: true,
  swish: true,
  sigmoid: true,
  tanh: true,
  linear: true,
};

const initializers: Record<KernelInitializer, true> = {
  glorotUniform: true,
  glorotNormal: true,
  heUniform: true,
  heNormal: true,
  leCunUniform: true,
  leCunNormal: true,
  torchUniform: true,
};

/** What is trained: one of the factories with its options, or a list of layers. */
export function modelSchema(): Schema<ModelDescription> {
  return oneOf<[Of<"cnn">, Of<"mlp">, Of<"linear">, Of<"layers">]>(
    object<Of<"cnn">>("A convolutional network for pictures.", { cnn: needed(cnnSchema()) }),
    object<Of<"mlp">>("A multilayer perceptron, for pictures or columns.", { mlp: needed(mlpSchema()) }),
    object<Of<"linear">>("The output layer alone.", {
      linear: needed(object<Of<"linear">["linear"]>("It has no options.", {})),
    }),
    object<Of<"layers">>("A list of layers in Keras' words, the output layer the last of them.", {
      layers: needed(list(layerSchema(), 1)("From the input to the output.")),
    }),
  );
}

const common = () => ({
  activation: choice(activations, "relu")("What the hidden layers do to their values."),
  kernelInitializer: choice(
    initializers,
    "glorotUniform",
  )("How the weights of the hidden layers start; He's suits relu."),
});

function cnnSchema(): Schema<Of<"cnn">["cnn"]> {
  return object<Of<"cnn">["cnn"]>(
    "A convolutional network; classes and the size of pictures come from the data.",
    {
      blocks: needed(list(blockSchema(), 1)("Its blocks of convolutions, from the picture inwards.")),
      hidden: list(whole(1)("Units."))(
        "The units of each dense layer between the blocks and the output. Default: none.",
      ),
      dropout: share(0)("The share of values that is dropped before the output layer."),
      batchNorm: flag(false)("Whether each convolution is followed by batch normalization."),
      globalPooling: flag(false)(
        "Whether the last block ends in the mean of each channel, instead of all pixels one by one.",
      ),
      ...common(),
    },
  );
}

function blockSchema(): Schema<CnnBlock> {
  const padding = choice({ valid: true, same: true });
  return object<CnnBlock>("Convolutions, then pooling, then dropout.", {
    filters: needed(list(whole(1)("Filters."), 1)("The filters of each convolution, such as [32, 32].")),
    kernelSize: whole(1, 3)("The height and width of the filters."),
    padding: oneOf<["valid" | "same", readonly ("valid" | "same")[]]>(
      padding("valid lets the picture shrink, same pads it with zeros. Default: valid."),
      list(padding("Of one convolution."))("One for each convolution."),
    ),
    pool: whole(1, 2)("The height, width and stride of the max pooling; 1 for none."),
    dropout: share(0)("The share of values that is dropped after the pooling."),
  });
}

function mlpSchema(): Schema<Of<"mlp">["mlp"]> {
  return object<Of<"mlp">["mlp"]>("Dense layers; the output layer comes from the data.", {
    hidden: needed(list(whole(1)("Units."))("The units of each hidden layer, such as [128, 64].")),
    dropout: share(0)("The share of units that is dropped after each hidden layer."),
    l2: number({ minimum: 0, default: 0 })(
      "How much the loss grows by the squares of the weights: it keeps few rows from being learned by heart.",
    ),
    ...common(),
    outputScaling: object<{ readonly scale: number; readonly offset: number }>(
      "For values: what the output is multiplied by and then moved by, such as deviation and mean of the target.",
      { scale: needed(number()("Not 0.")), offset: needed(number()("Any number.")) },
    ),
  });
}

function layerSchema(): Schema<LayerDescription> {
  return object<LayerDescription>("A layer in Keras' words.", {
    class_name: needed(
      choice(Object.fromEntries(layerNames.map((name) => [name, true as const])))("The name of its class."),
    ),
    config: record<unknown>()(
      'Its arguments that are not default, such as { "units": 32, "activation": "relu" }.',
    ),
  });
}
