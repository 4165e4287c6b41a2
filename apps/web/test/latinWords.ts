/** What Chinese writes in Latin letters too: names, formats, units and what one types. */
const names = new Set(
  (
    "minibatch keras tensorflow js node chrome edge safari firefox python pytorch npm run web datasets fetch train resume " +
    "mnist fashion kuzushiji emnist balanced letters cifar iris zalando nist boston " +
    "adam adamw sgd rmsprop adadelta adagrad momentum nesterov muon lion mlp vgg relu elu selu gelu silu tanh sigmoid linear leakyrelu softplus softmax dropout logit epoch max one hot " +
    "webgl webgpu wasm webassembly cpu gpu simd relaxed javascript json csv svg png zip html h5 npz npy onnx int8 float32 uint8 http https url " +
    "parquet crim indus chas nox age dis rad tax ptratio lstat medinc houseage averooms avebedrms population aveoccup latitude longitude " +
    "convnet coarse resnet airbench mse mae rmse f1 jpeg jpg gif webp bmp tsv index html history model weights run samples predictions confusion matrix ctrl shift esc " +
    "sha page down leaky maxout mit apache nope device subzero driver emulated english adapter swiftshader google vulkan angle"
  ).split(" "),
);

/** The words of a text in Latin letters that are no such name: English that was left in Chinese. */
export function latinWords(text: string): string[] {
  // Hosts, files and the commands of npm are typed as they are.
  const prose = text.replaceAll(/[\w-]+(?:[.:][\w-]+)+/g, " ");
  const words = prose.match(/\p{Script=Latin}{3}[\p{Script=Latin}\d'’]*/gu) ?? [];
  return words.filter((word) => !names.has(word.toLowerCase()));
}
