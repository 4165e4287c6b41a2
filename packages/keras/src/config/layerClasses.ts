/** What Keras and TensorFlow.js have in common of a class of layers, by the names of Keras. */
export interface LayerClass {
  /** The arguments that both have. */
  readonly both: readonly string[];
  /** Arguments that only Keras has, and the value with which it does what tfjs does. */
  readonly neutral?: Readonly<Record<string, unknown>>;
  /** What Keras takes where a file does not say, and tfjs does not. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  /** Arguments that tfjs calls otherwise. */
  readonly renamed?: Readonly<Record<string, string>>;
}

const words = (text: string): string[] => text.split(" ");

function of(both: string, more: Omit<LayerClass, "both"> = {}): LayerClass {
  return { both: both === "" ? [] : words(both), ...more };
}

const kernel =
  "use_bias activation kernel_initializer bias_initializer kernel_regularizer bias_regularizer kernel_constraint bias_constraint";
const window = "kernel_size strides padding data_format";
const depthwise = "depth_multiplier depthwise_initializer depthwise_regularizer depthwise_constraint";
const pool = of("pool_size strides padding data_format");
const pool1d = of("pool_size strides padding", { neutral: { data_format: "channels_last" } });
const globalPool = of("data_format", { neutral: { keepdims: false } });
const globalPool1d = of("", { neutral: { keepdims: false, data_format: "channels_last" } });
const cell =
  "units activation use_bias kernel_initializer recurrent_initializer bias_initializer kernel_regularizer recurrent_regularizer " +
  "bias_regularizer kernel_constraint recurrent_constraint bias_constraint dropout recurrent_dropout";
const recurrent = "return_sequences return_state go_backwards stateful unroll";
const gates = { recurrent_activation: "sigmoid" };
const convLstm =
  "filters kernel_size strides padding data_format dilation_rate recurrent_activation unit_forget_bias";
const gru = { neutral: { implementation: undefined }, defaults: { ...gates, reset_after: true } };

/** The classes of layers that both have, by their name in Keras. */
export const layerClasses: Readonly<Record<string, LayerClass>> = {
  Activation: of("activation"),
  Add: of(""),
  AlphaDropout: of("rate", { neutral: { noise_shape: null } }),
  Average: of(""),
  AveragePooling1D: pool1d,
  AveragePooling2D: pool,
  AveragePooling3D: pool,
  BatchNormalization: of(
    "axis momentum epsilon center scale beta_initializer gamma_initializer moving_mean_initializer moving_variance_initializer " +
      "beta_regularizer gamma_regularizer beta_constraint gamma_constraint",
  ),
  CategoryEncoding: of("num_tokens output_mode"),
  CenterCrop: of("height width", { neutral: { data_format: "channels_last" } }),
  Concatenate: of("axis"),
  Conv1D: of(`filters ${window} dilation_rate ${kernel}`, { neutral: { groups: 1 } }),
  Conv2D: of(`filters ${window} dilation_rate ${kernel}`, { neutral: { groups: 1 } }),
  Conv2DTranspose: of(`filters ${window} ${kernel}`, {
    neutral: { groups: 1, dilation_rate: 1, output_padding: null },
  }),
  Conv3D: of(`filters ${window} dilation_rate ${kernel}`, { neutral: { groups: 1 } }),
  Conv3DTranspose: of(`filters ${window} ${kernel}`, {
    neutral: { groups: 1, dilation_rate: 1, output_padding: null },
  }),
  ConvLSTM2D: of(`${convLstm} ${cell} ${recurrent}`, { defaults: gates }),
  Cropping2D: of("cropping data_format"),
  Dense: of(`units ${kernel}`),
  DepthwiseConv2D: of(
    `${window} dilation_rate ${depthwise} use_bias activation bias_initializer bias_regularizer bias_constraint`,
  ),
  Dot: of("axes normalize"),
  Dropout: of("rate noise_shape seed"),
  ELU: of("alpha"),
  Embedding: of(
    "input_dim output_dim embeddings_initializer embeddings_regularizer embeddings_constraint mask_zero input_length",
  ),
  Flatten: of("data_format"),
  GRU: of(`${cell} ${recurrent} recurrent_activation reset_after`, gru),
  GRUCell: of(`${cell} recurrent_activation reset_after`, gru),
  GaussianDropout: of("rate"),
  GaussianNoise: of("stddev"),
  GlobalAveragePooling1D: globalPool1d,
  GlobalAveragePooling2D: globalPool,
  GlobalMaxPooling1D: globalPool1d,
  GlobalMaxPooling2D: globalPool,
  LSTM: of(`${cell} ${recurrent} recurrent_activation unit_forget_bias`, { defaults: gates }),
  LSTMCell: of(`${cell} recurrent_activation unit_forget_bias`, { defaults: gates }),
  LayerNormalization: of(
    "axis epsilon center scale beta_initializer gamma_initializer beta_regularizer gamma_regularizer",
    {
      neutral: { rms_scaling: false },
    },
  ),
  LeakyReLU: of("alpha negative_slope", { renamed: { negative_slope: "alpha" } }),
  Masking: of("mask_value"),
  MaxPooling1D: pool1d,
  MaxPooling2D: pool,
  MaxPooling3D: pool,
  Maximum: of(""),
  Minimum: of(""),
  Multiply: of(""),
  PReLU: of("alpha_initializer alpha_regularizer alpha_constraint shared_axes"),
  Permute: of("dims"),
  RNN: of(recurrent),
  ReLU: of("max_value", { neutral: { negative_slope: 0, threshold: 0 } }),
  RepeatVector: of("n"),
  Rescaling: of("scale offset"),
  Reshape: of("target_shape"),
  SeparableConv2D: of(
    `filters ${window} dilation_rate ${depthwise} pointwise_initializer pointwise_regularizer pointwise_constraint ` +
      "use_bias activation bias_initializer bias_regularizer bias_constraint",
  ),
  SimpleRNN: of(`${cell} ${recurrent}`),
  SimpleRNNCell: of(cell),
  Softmax: of("axis"),
  SpatialDropout1D: of("rate seed"),
  ThresholdedReLU: of("theta"),
  UpSampling2D: of("size data_format interpolation"),
  ZeroPadding2D: of("padding data_format"),
};

/** Arguments that change nothing of what a layer computes here. */
export const ignoredArguments: ReadonlySet<string> = new Set(
  words(
    "name trainable dtype seed batch_input_shape batch_shape input_shape implementation autocast sparse ragged optional time_major " +
      "zero_output_for_mask renorm_momentum synchronized fused quantization_config build_config",
  ),
);
