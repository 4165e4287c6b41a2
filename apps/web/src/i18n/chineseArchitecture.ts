/** The words that architectures are told in, the longer ones first. */
const words: readonly (readonly [RegExp, string])[] = [
  [
    /, then Conv, pool and a residual block each of 32, 64 and 128/,
    "，然后是卷积、池化和残差块，依次为 32、64 和 128",
  ],
  [/mean of each channel/, "各通道的平均值"],
  [/ with batch normalization/, "（带批归一化）"],
  [/\bWhitening/g, "白化"],
  [/\bConv\b/g, "卷积"],
  [/\bDense\b/g, "全连接"],
  [/\bpool\b/g, "池化"],
  [/^linear$/, "线性"],
  [/, /g, "，"],
];

/** Says in Chinese of which layers a network is; names of Keras' classes stay. */
export function chineseArchitecture(text: string): string {
  return words.reduce((said, [pattern, chinese]) => said.replaceAll(new RegExp(pattern, "g"), chinese), text);
}
