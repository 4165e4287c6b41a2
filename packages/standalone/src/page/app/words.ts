const english = {
  draw: "Draw here",
  drawHint:
    "With finger, mouse or pen; or with the arrow keys, where the space bar puts the pen down and lifts it.",
  clear: "Clear",
  picture: "Choose a picture",
  dropHint: "Or drop one here, or paste it.",
  camera: "Use the camera",
  stopCamera: "Stop the camera",
  noCamera: "The camera cannot be used: {reason}",
  noPicture: "This is no picture that the browser can read.",
  fields: "What is known",
  missing: "not known",
  paste: "Or paste a row with its header, from a spreadsheet or a CSV file",
  answer: "The answer",
  nothing: "Nothing to answer yet.",
  empty: "There is nothing on the picture.",
  unknown: "{value} was not there in training: it counts as none of the known ones.",
  unreadable: "{value} cannot be read and counts as missing.",
  about: "About this model",
  data: "Trained on",
  result: "On test data",
  right: "{share} of {count} are right",
  error: "{error} off in the mean of {count}",
  date: "Trained",
  seed: "Seed",
  parameters: "Parameters",
  weights: "Weights",
  check: "Self-check",
  checkGood: "computes what it computed when it was made, on {count} samples",
  checkBad: "computes something else than when it was made: do not trust it in this browser",
  caution:
    "It was trained on the data named here and knows nothing else. It always answers with one of its classes or a number, also to what it has never seen. Do not use it where people can be harmed by a wrong answer.",
  local: "Everything is computed on this page; nothing is sent anywhere.",
  score: "{time} ms",
};

const chinese: typeof english = {
  draw: "在这里画",
  drawHint: "用手指、鼠标或触控笔；也可以用方向键，按空格键落笔或抬笔。",
  clear: "清除",
  picture: "选择图片",
  dropHint: "也可以拖放到这里，或粘贴。",
  camera: "使用摄像头",
  stopCamera: "关闭摄像头",
  noCamera: "无法使用摄像头：{reason}",
  noPicture: "浏览器无法读取这个文件：它不是图片。",
  fields: "已知的内容",
  missing: "未知",
  paste: "或者粘贴带表头的一行，来自电子表格或 CSV 文件",
  answer: "回答",
  nothing: "还没有可以回答的。",
  empty: "图片上什么都没有。",
  unknown: "训练时没有出现过 {value}：它不算任何已知的值。",
  unreadable: "无法读取 {value}，按缺失处理。",
  about: "关于这个模型",
  data: "训练数据",
  result: "测试结果",
  right: "{count} 个中有 {share} 正确",
  error: "{count} 个的平均误差为 {error}",
  date: "训练日期",
  seed: "随机种子",
  parameters: "参数",
  weights: "权重",
  check: "自检",
  checkGood: "对 {count} 个样本，计算结果与制作时相同",
  checkBad: "计算结果与制作时不同：不要在这个浏览器里相信它",
  caution:
    "它只在上面所列的数据上训练过，对别的一无所知。无论给它看什么，哪怕从未见过，它总会回答自己的某个类别或一个数。凡是答错会伤害到人的场合，都不要使用。",
  local: "一切都在本页计算，不会发送到任何地方。",
  score: "{time} 毫秒",
};

/** The words of the page in the language of the browser. */
export const words: typeof english = navigator.language.toLowerCase().startsWith("zh") ? chinese : english;

/** Puts values in the place of their names in braces. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
