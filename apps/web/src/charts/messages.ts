import { defineMessages } from "../i18n/defineMessages.ts";

/** Texts that every figure has. */
export const figureMessages = defineMessages({
  en: {
    asTable: "As a table",
    lastRows: (count: string) => `The last ${count} rows.`,
    value: "Value",
    kind: "Kind",
    category: "Class",
    zoom: "Zoom",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    left: "Move left",
    right: "Move right",
    whole: "Show all",
    fromTo: (name: string, from: string, to: string) => `${name} ${from} to ${to}`.trim(),
  },
  zh: {
    asTable: "表格",
    lastRows: (count) => `最后 ${count} 行。`,
    value: "值",
    kind: "种类",
    category: "类别",
    zoom: "缩放",
    zoomIn: "放大",
    zoomOut: "缩小",
    left: "左移",
    right: "右移",
    whole: "显示全部",
    fromTo: (name, from, to) => `${name} ${from} 至 ${to}`.trim(),
  },
});
