"""One model for each class of layers that Keras and TensorFlow.js both have, and 12 whole models of the kinds that people make."""

import keras
from keras import layers as L

Input = keras.Input


def layer(shape, *layers, dtype="float32"):
    """A sequential model of some layers."""
    return lambda: keras.Sequential([Input(shape, dtype=dtype), *[make() for make in layers]])


def merge(make, shapes=((4,), (4,))):
    """A model of several inputs that a layer merges."""

    def build():
        inputs = [Input(shape) for shape in shapes]
        return keras.Model(inputs, make()(inputs))

    return build


# Without a bias where channels come first: TensorFlow 2.21 adds the first one to all channels on processors.
image, steps, volume = (6, 6, 3), (5, 3), (4, 4, 4, 2)

LAYERS = {
    "Activation": [layer((4,), lambda name=name: L.Activation(name)) for name in
                   ["elu", "gelu", "linear", "log_softmax", "mish", "relu", "relu6", "selu", "sigmoid", "silu", "softmax", "softplus",
                    "softsign", "tanh"]],
    "Add": [merge(lambda: L.Add())],
    "AlphaDropout": [layer((4,), lambda: L.AlphaDropout(0.3))],
    "Average": [merge(lambda: L.Average())],
    "AveragePooling1D": [layer(steps, lambda: L.AveragePooling1D(2)), layer(steps, lambda: L.AveragePooling1D(2, 1, "same"))],
    "AveragePooling2D": [layer(image, lambda: L.AveragePooling2D(2)), layer(image, lambda: L.AveragePooling2D((3, 2), 2, "same"))],
    "AveragePooling3D": [layer(volume, lambda: L.AveragePooling3D(2))],
    "BatchNormalization": [layer((4,), lambda: L.BatchNormalization()), layer(image, lambda: L.BatchNormalization(axis=1)),
                           layer(image, lambda: L.BatchNormalization(scale=False)), layer(image, lambda: L.BatchNormalization(center=False)),
                           layer(image, lambda: L.BatchNormalization(scale=False, center=False, epsilon=0.01))],
    "Bidirectional": [layer(steps, lambda: L.Bidirectional(L.LSTM(2))), layer(steps, lambda: L.Bidirectional(L.GRU(2, return_sequences=True), merge_mode="sum")),
                      layer(steps, lambda: L.Bidirectional(L.SimpleRNN(2), merge_mode="mul")), layer(steps, lambda: L.Bidirectional(L.GRU(2, reset_after=False), merge_mode="ave"))],
    "CategoryEncoding": [layer((3,), lambda: L.CategoryEncoding(5, "multi_hot"), dtype="int32"), layer((1,), lambda: L.CategoryEncoding(5, "one_hot"), dtype="int32"),
                         layer((3,), lambda: L.CategoryEncoding(5, "count"), dtype="int32")],
    "CenterCrop": [layer(image, lambda: L.CenterCrop(4, 2))],
    "Concatenate": [merge(lambda: L.Concatenate(), ((3,), (4,))), merge(lambda: L.Concatenate(axis=1), (image, image))],
    "Conv1D": [layer(steps, lambda: L.Conv1D(4, 2)), layer(steps, lambda: L.Conv1D(4, 3, padding="same", dilation_rate=2, activation="relu", use_bias=False))],
    "Conv2D": [layer(image, lambda: L.Conv2D(4, 3)), layer(image, lambda: L.Conv2D(4, (2, 3), 2, "same", activation="silu")), layer(image, lambda: L.Conv2D(2, 2, dilation_rate=2)),
               layer((3, 6, 6), lambda: L.Conv2D(4, 3, data_format="channels_first", use_bias=False), lambda: L.Flatten(data_format="channels_first"), lambda: L.Dense(2))],
    "Conv2DTranspose": [layer(image, lambda: L.Conv2DTranspose(4, 3)), layer(image, lambda: L.Conv2DTranspose(4, 3, 2, "same"))],
    "Conv3D": [layer(volume, lambda: L.Conv3D(3, 2)), layer(volume, lambda: L.Conv3D(3, 2, 2, "same"))],
    "Conv3DTranspose": [layer(volume, lambda: L.Conv3DTranspose(3, 2)), layer(volume, lambda: L.Conv3DTranspose(3, 2, 2, "same"))],
    "ConvLSTM2D": [layer((3, *image), lambda: L.ConvLSTM2D(2, 3)), layer((3, *image), lambda: L.ConvLSTM2D(2, 3, padding="same", return_sequences=True))],
    "Cropping2D": [layer(image, lambda: L.Cropping2D(1)), layer(image, lambda: L.Cropping2D(((1, 0), (2, 1))))],
    "Dense": [layer((4,), lambda: L.Dense(3)), layer(steps, lambda: L.Dense(3, activation="softmax", use_bias=False)),
              layer((4,), lambda: L.Dense(3, kernel_regularizer=keras.regularizers.L1L2(0.1, 0.2), bias_constraint="non_neg", kernel_constraint=keras.constraints.MaxNorm(2)))],
    "DepthwiseConv2D": [layer(image, lambda: L.DepthwiseConv2D(3)), layer(image, lambda: L.DepthwiseConv2D(3, 2, "same", depth_multiplier=2, activation="relu"))],
    "Dot": [merge(lambda: L.Dot(1)), merge(lambda: L.Dot((2, 2), normalize=True), (steps, steps))],
    "Dropout": [layer((4,), lambda: L.Dropout(0.5, seed=3)), layer(steps, lambda: L.Dropout(0.5, noise_shape=(None, 1, 3)))],
    "ELU": [layer((4,), lambda: L.ELU()), layer((4,), lambda: L.ELU(0.5))],
    "Embedding": [layer((5,), lambda: L.Embedding(7, 3), dtype="int32"), layer((5,), lambda: L.Embedding(7, 3, mask_zero=True), lambda: L.LSTM(2), dtype="int32")],
    "Flatten": [layer(image, lambda: L.Flatten()), layer(image, lambda: L.Flatten(data_format="channels_first"))],
    "GRU": [layer(steps, lambda: L.GRU(3)), layer(steps, lambda: L.GRU(3, reset_after=False, return_sequences=True)), layer(steps, lambda: L.GRU(3, use_bias=False, go_backwards=True)),
            layer(steps, lambda: L.GRU(3, dropout=0.1, recurrent_dropout=0.2))],
    "GaussianDropout": [layer((4,), lambda: L.GaussianDropout(0.5))],
    "GaussianNoise": [layer((4,), lambda: L.GaussianNoise(0.5))],
    "GlobalAveragePooling1D": [layer(steps, lambda: L.GlobalAveragePooling1D())],
    "GlobalAveragePooling2D": [layer(image, lambda: L.GlobalAveragePooling2D()), layer(image, lambda: L.GlobalAveragePooling2D("channels_first"))],
    "GlobalMaxPooling1D": [layer(steps, lambda: L.GlobalMaxPooling1D())],
    "GlobalMaxPooling2D": [layer(image, lambda: L.GlobalMaxPooling2D())],
    "InputLayer": [layer((4,), lambda: L.Dense(1))],
    "LSTM": [layer(steps, lambda: L.LSTM(3)), layer(steps, lambda: L.LSTM(3, unit_forget_bias=False, return_sequences=True)), layer(steps, lambda: L.LSTM(3, unroll=True, use_bias=False))],
    "LayerNormalization": [layer((4,), lambda: L.LayerNormalization()), layer(image, lambda: L.LayerNormalization(axis=(1, 2, 3), scale=False)), layer((4,), lambda: L.LayerNormalization(center=False, epsilon=0.1))],
    "LeakyReLU": [layer((4,), lambda: L.LeakyReLU(0.2)), layer((4,), lambda: L.LeakyReLU())],
    "Masking": [layer(steps, lambda: L.Masking(0.0), lambda: L.LSTM(2)), layer(steps, lambda: L.Masking(0.0), lambda: L.GRU(2, return_sequences=True))],
    "MaxPooling1D": [layer(steps, lambda: L.MaxPooling1D(2))],
    "MaxPooling2D": [layer(image, lambda: L.MaxPooling2D(2)), layer(image, lambda: L.MaxPooling2D(3, 2, "same")), layer(image, lambda: L.MaxPooling2D(2, data_format="channels_first"))],
    "MaxPooling3D": [layer(volume, lambda: L.MaxPooling3D(2))],
    "Maximum": [merge(lambda: L.Maximum())],
    "Minimum": [merge(lambda: L.Minimum())],
    "Multiply": [merge(lambda: L.Multiply())],
    "PReLU": [layer((4,), lambda: L.PReLU()), layer(image, lambda: L.PReLU(shared_axes=[1, 2]))],
    "Permute": [layer(image, lambda: L.Permute((3, 1, 2)))],
    "RNN": [layer(steps, lambda: L.RNN(L.LSTMCell(2))), layer(steps, lambda: L.RNN(L.GRUCell(2), return_sequences=True)), layer(steps, lambda: L.RNN(L.SimpleRNNCell(2)))],
    "ReLU": [layer((4,), lambda: L.ReLU()), layer((4,), lambda: L.ReLU(0.5))],
    "RepeatVector": [layer((4,), lambda: L.RepeatVector(3))],
    "Rescaling": [layer(image, lambda: L.Rescaling(1 / 127.5, -1))],
    "Reshape": [layer((8,), lambda: L.Reshape((2, -1)))],
    "Resizing": [layer(image, lambda: L.Resizing(4, 8)), layer(image, lambda: L.Resizing(3, 9, "nearest"))],
    "SeparableConv2D": [layer(image, lambda: L.SeparableConv2D(4, 3)), layer(image, lambda: L.SeparableConv2D(4, 3, 2, "same", depth_multiplier=2, use_bias=False))],
    "SimpleRNN": [layer(steps, lambda: L.SimpleRNN(3)), layer(steps, lambda: L.SimpleRNN(3, "relu", return_sequences=True))],
    "Softmax": [layer((4,), lambda: L.Softmax()), layer(steps, lambda: L.Softmax(axis=1))],
    "SpatialDropout1D": [layer(steps, lambda: L.SpatialDropout1D(0.5))],
    "StackedRNNCells": [layer(steps, lambda: L.RNN(L.StackedRNNCells([L.LSTMCell(2), L.LSTMCell(3)])))],
    "TimeDistributed": [layer(steps, lambda: L.TimeDistributed(L.Dense(2))), layer((3, *image), lambda: L.TimeDistributed(L.Conv2D(2, 3)))],
    "UpSampling2D": [layer(image, lambda: L.UpSampling2D(2)), layer(image, lambda: L.UpSampling2D((2, 3), interpolation="bilinear"))],
    "ZeroPadding2D": [layer(image, lambda: L.ZeroPadding2D(1)), layer(image, lambda: L.ZeroPadding2D(((1, 0), (2, 3))))],
}


def mlp():
    return keras.Sequential([Input((20,)), L.Dense(32, activation="relu"), L.Dropout(0.2), L.Dense(16, activation="relu"), L.Dense(4, activation="softmax")])


def lenet():
    return keras.Sequential([Input((28, 28, 1)), L.Conv2D(6, 5, padding="same", activation="tanh"), L.AveragePooling2D(2), L.Conv2D(16, 5, activation="tanh"), L.AveragePooling2D(2),
                             L.Flatten(), L.Dense(120, activation="tanh"), L.Dense(84, activation="tanh"), L.Dense(10, activation="softmax")])


def vgg():
    blocks = []
    for filters in [8, 16, 32]:
        blocks += [L.Conv2D(filters, 3, padding="same", activation="relu"), L.Conv2D(filters, 3, padding="same", activation="relu"), L.MaxPooling2D()]
    return keras.Sequential([Input((32, 32, 3)), *blocks, L.Flatten(), L.Dense(64, activation="relu"), L.Dropout(0.5), L.Dense(10, activation="softmax")])


def resnet20():
    def normalized(x, filters, strides=1, size=3, relu=True):
        x = L.BatchNormalization()(L.Conv2D(filters, size, strides, "same", use_bias=False)(x))
        return L.ReLU()(x) if relu else x

    x = inputs = Input((32, 32, 3))
    x = normalized(x, 8)
    for filters in [8, 16, 32]:
        for block in range(3):
            strides = 2 if block == 0 and filters > 8 else 1
            y = normalized(normalized(x, filters, strides), filters, relu=False)
            if strides == 2:
                x = normalized(x, filters, 2, 1, relu=False)
            x = L.ReLU()(L.Add()([x, y]))
    return keras.Model(inputs, L.Dense(10, activation="softmax")(L.GlobalAveragePooling2D()(x)), name="resnet20")


def inception():
    """Four branches whose layers have the same shapes: swapped weights would not be noticed by them."""
    x = inputs = Input((16, 16, 4))
    for _ in range(2):
        a = L.Conv2D(4, 1, padding="same", activation="relu")(x)
        b = L.Conv2D(4, 3, padding="same", activation="relu")(L.Conv2D(4, 1, activation="relu")(x))
        c = L.Conv2D(4, 3, padding="same", activation="relu")(L.Conv2D(4, 3, padding="same", activation="relu")(L.Conv2D(4, 1, activation="relu")(x)))
        d = L.Conv2D(4, 1, activation="relu")(L.MaxPooling2D(3, 1, "same")(x))
        x = L.Conv2D(4, 1, activation="relu")(L.Concatenate()([d, b, a, c]))
    return keras.Model(inputs, L.Dense(5)(L.GlobalMaxPooling2D()(x)))


def recurrent():
    return keras.Sequential([Input((12, 6)), L.Bidirectional(L.LSTM(8, return_sequences=True)), L.GRU(6, return_sequences=True), L.GRU(4, reset_after=False), L.Dense(3)])


def text():
    return keras.Sequential([Input((10,), dtype="int32"), L.Embedding(50, 8, mask_zero=True), L.LSTM(8), L.Dense(1, activation="sigmoid")])


def multi_input():
    picture, numbers, words = Input((12, 12, 3)), Input((5,)), Input((6,), dtype="int32")
    a = L.Flatten()(L.MaxPooling2D()(L.Conv2D(4, 3, activation="relu")(picture)))
    b = L.Dense(8, activation="relu")(numbers)
    c = L.GlobalAveragePooling1D()(L.Embedding(20, 4)(words))
    joined = L.Concatenate()([a, b, c])
    return keras.Model([numbers, picture, words], [L.Dense(3, activation="softmax", name="class")(joined), L.Dense(1, name="price")(joined)])


def autoencoder():
    encoder = keras.Sequential([Input((16, 16, 1)), L.Conv2D(4, 3, 2, "same", activation="relu"), L.Conv2D(8, 3, 2, "same", activation="relu"), L.Flatten(), L.Dense(6)], name="encoder")
    code = Input((6,))
    x = L.Reshape((4, 4, 8))(L.Dense(128, activation="relu")(code))
    x = L.Conv2DTranspose(4, 3, 2, "same", activation="relu")(x)
    decoder = keras.Model(code, L.Conv2DTranspose(1, 3, 2, "same", activation="sigmoid")(x), name="decoder")
    inputs = Input((16, 16, 1))
    return keras.Model(inputs, decoder(encoder(inputs)))


def normalized():
    return keras.Sequential([Input((10,)), L.Dense(8), L.BatchNormalization(), L.LeakyReLU(0.1), L.Dense(8, use_bias=False), L.LayerNormalization(), L.PReLU(), L.BatchNormalization(scale=False), L.Dense(2)])


def separable():
    return keras.Sequential([Input((24, 24, 3)), L.SeparableConv2D(8, 3, activation="relu"), L.DepthwiseConv2D(3, padding="same"), L.BatchNormalization(), L.ReLU(6.0), L.Conv2D(12, 1),
                             L.GlobalAveragePooling2D(), L.Dense(4)])


def siamese():
    """A model that two inputs share, as a layer of another."""
    tower = keras.Sequential([Input((8,)), L.Dense(6, activation="tanh"), L.Dense(4)], name="tower")
    a, b = Input((8,)), Input((8,))
    return keras.Model([a, b], L.Dense(1, activation="sigmoid")(L.Multiply()([tower(a), tower(b)])))


MODELS = {make.__name__: [make] for make in [mlp, lenet, vgg, resnet20, inception, recurrent, text, multi_input, autoencoder, normalized, separable, siamese]}
