import { language } from "./language.ts";

/** Titles that are words; names such as MNIST stay. */
const chinese: Readonly<Record<string, string>> = {
  "synthetic-digits": "合成数字",
  "cifar-100-coarse": "CIFAR-100，二十组",
  iris: "鸢尾花",
  "boston-housing": "波士顿房价",
  "california-housing": "加州房价",
};

/** What a dataset is called in the language of the moment. */
export function datasetTitleText({ name, title }: { readonly name: string; readonly title: string }): string {
  return (language.value === "zh" ? chinese[name] : undefined) ?? title;
}
