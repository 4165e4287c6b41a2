"""The optimizers with which training goes on across."""

import keras

# Not RMSprop with centered: tfjs subtracts epsilon under the root where Keras adds it, so that small first gradients give NaN.
# Not SGD without momentum: its file says `"momentum": 0`, and Keras takes nothing but a float such as 0.0.
OPTIMIZERS = {
    "adam": lambda: keras.optimizers.Adam(0.01),
    "momentum": lambda: keras.optimizers.SGD(0.05, momentum=0.9),
    "nesterov": lambda: keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True),
    "rmsprop": lambda: keras.optimizers.RMSprop(0.01),
    "rmspropMomentum": lambda: keras.optimizers.RMSprop(0.003, momentum=0.9),
}
