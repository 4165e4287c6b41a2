/** What is found wrong in a file, and how Chinese says it. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^(\S+(?: or mae)?) is no number$/, "$1 不是数"],
  [/^(\S+) is no text$/, "$1 不是文本"],
  [/^(\S+) is no list$/, "$1 不是列表"],
  [/^(\S+) is no table$/, "$1 不是对象"],
  [/^(\S+) is missing$/, "缺少 $1"],
  [/^(\S+) is unknown$/, "$1 的值未知"],
  [/^(\S+) has (\d+) epochs, and (\S+) has (\d+)$/, "$1 有 $2 轮，而 $3 有 $4 轮"],
  [/^(\S+) must hold (\d+) rows of (\d+) counts$/, "$1 须有 $2 行，每行 $3 个计数"],
  [/^(\S+) must name its classes$/, "$1 须写明类别名称"],
  [/^(\S+) has pixels of another size for test sample (\d+)$/, "$1 中测试样本 $2 的像素数不对"],
  [/^(\S+) has lists of different lengths$/, "$1 中列表的长度不一致"],
  [/^(\S+) must be (\S+)$/, "$1 须为 $2"],
  [/^(\S+) must be .+, but it is (.+?)\.?$/, "$1 不能是 $2"],
];

/** Says in Chinese what is wrong in a file; what is no such sentence, such as a name, stays as it is. */
export function chineseReason(text: string): string {
  for (const [pattern, chinese] of reasons) {
    if (pattern.test(text)) return text.replace(pattern, chinese);
  }
  return text;
}
