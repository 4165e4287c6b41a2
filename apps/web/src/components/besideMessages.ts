import { defineMessages } from "../i18n/defineMessages.ts";

/** Texts of what stands beside the result of a run on data of one's own. */
export const besideMessages = defineMessages({
  en: {
    sure: (low: string, high: string) => `On more of the same it is between ${low} and ${high}, 95 % sure.`,
    counted: (right: string, rows: string, sure: string) => `${right} of ${rows} are right. ${sure}`,
    compare: (simple: string) => `For comparison: ${simple}`,
    always: (name: string) => `always “${name}”`,
    mean: "always the mean",
    linear: "linear model",
    reached: (name: string, value: string) => `${name} ${value}`,
    mae: (value: string) => `off by ${value}`,
    join: ", ",
  },
  zh: {
    sure: (low, high) => `换成更多同类数据，有 95% 的把握在 ${low} 到 ${high} 之间。`,
    counted: (right, rows, sure) => `${rows} 个中答对了 ${right} 个。${sure}`,
    compare: (simple) => `作为比较：${simple}`,
    always: (name) => `始终回答“${name}”`,
    mean: "始终回答平均值",
    linear: "线性模型",
    reached: (name, value) => `${name} ${value}`,
    mae: (value) => `平均误差 ${value}`,
    join: "，",
  },
});
