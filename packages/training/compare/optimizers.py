"""The optimizers with which training goes on across."""

import keras

# Not RMSprop with centered: tfjs subtracts epsilon under the root where Keras adds it, so that small first gradients give NaN.
OPTIMIZERS = {
    "adam": lambda: keras.optimizers.Adam(0.01),
    "sgd": lambda: keras.optimizers.SGD(0.05),
    "momentum": lambda: keras.optimizers.SGD(0.05, momentum=0.9),
    "nesterov": lambda: keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True),
    "rmsprop": lambda: keras.optimizers.RMSprop(0.01),
    "rmspropMomentum": lambda: keras.optimizers.RMSprop(0.003, momentum=0.9),
}
