import { defineMessages } from "../../i18n/defineMessages.ts";

/** Texts of a run that a link brings. */
export const replayMessages = defineMessages({
  en: {
    title: "A run to train again",
    link: "This link is of a run that somebody trained.",
    ended: (loss: string) => `It ended with a test loss of ${loss}.`,
    endedRight: (loss: string, accuracy: string) =>
      `It ended with a test loss of ${loss} and a test accuracy of ${accuracy}.`,
    endedOff: (loss: string, mae: string) =>
      `It ended with a test loss of ${loss} and a mean error of ${mae}.`,
    offer:
      "All of its settings are below. Start training, and see whether the same numbers come out, to the last digit.",
    same: "Trained again, it ends with the same numbers, to the last digit.",
    other:
      "Trained again, it ends with other numbers: another backend, processor or version of this app computes the last digits differently.",
    copyLink: "Copy link",
    copied: "The link is copied: whoever opens it can train the run again.",
    notCopied: (link: string) => `This page is not allowed to copy. The link: ${link}`,
  },
  zh: {
    title: "重新训练一次",
    link: "这个链接来自别人的一次训练。",
    ended: (loss) => `它结束时测试损失为 ${loss}。`,
    endedRight: (loss, accuracy) => `它结束时测试损失为 ${loss}，测试准确率为 ${accuracy}。`,
    endedOff: (loss, mae) => `它结束时测试损失为 ${loss}，平均误差为 ${mae}。`,
    offer: "它的所有设置都在下面。开始训练，看看得到的数字是否连最后一位都相同。",
    same: "重新训练的结果完全相同，连最后一位都一样。",
    other: "重新训练得到了不同的数字：计算后端、处理器或本应用的版本不同，最后几位就会不同。",
    copyLink: "复制链接",
    copied: "链接已复制：打开它的人可以重新训练一次。",
    notCopied: (link) => `本页不能复制。链接：${link}`,
  },
});
