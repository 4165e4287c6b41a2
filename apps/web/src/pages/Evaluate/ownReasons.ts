import { computed, type ReadonlySignal } from "@preact/signals";
import { language } from "../../i18n/language.ts";

/** In Chinese, why a file or a column is not used, and what a column holds, by the codes of the packages; in English they say it themselves. */
const chinese: Readonly<Record<string, string>> = {
  empty: "文件为空",
  "not-a-picture": "不是图片",
  "unsupported-format": "不支持的图片格式，请另存为 JPEG 或 PNG",
  broken: "已损坏或不完整，请重新复制或下载",
  "too-large": "像素太多",
  "no-class": "不在任何类别的文件夹里",
  duplicate: "与另一个文件相同",
  "two-classes": "同一文件出现在两个类别里，无法判断哪个正确",
  "in-another-part": "与验证或测试部分的图片几乎相同",
  id: "编号，每行都不同",
  constant: "每行都一样",
  text: "长文本",
};
const chineseKinds: Readonly<Record<string, string>> = {
  number: "数值",
  boolean: "二选一",
  category: "类别",
  date: "日期",
  text: "文本",
  id: "编号",
  constant: "常量",
};

/** What the packages say in English, and by a code, in the language of the moment. */
export const ownReasons: ReadonlySignal<{
  /** Why something is left out. */
  readonly reason: (code: string, english: string) => string;
  readonly kind: (kind: string) => string;
}> = computed(() =>
  language.value === "zh"
    ? {
        reason: (code, english) => chinese[code] ?? english,
        kind: (kind) => chineseKinds[kind] ?? kind,
      }
    : { reason: (_, english) => english, kind: (kind) => kind },
);
