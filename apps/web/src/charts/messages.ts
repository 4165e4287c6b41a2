import { defineMessages } from "../i18n/defineMessages.ts";

/** Texts that every figure has. */
export const figureMessages = defineMessages({
  en: {
    asTable: "As a table",
    lastRows: (count: string) => `The last ${count} rows.`,
    value: "Value",
    kind: "Kind",
    category: "Class",
  },
  zh: {
    asTable: "表格",
    lastRows: (count) => `最后 ${count} 行。`,
    value: "值",
    kind: "种类",
    category: "类别",
  },
});
