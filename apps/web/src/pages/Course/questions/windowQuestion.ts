import type { LessonQuestion } from "./LessonQuestion.ts";

/** How many weights a convolution has. */
export const windowQuestion: LessonQuestion = {
  id: "window",
  right: 1,
  texts: {
    en: {
      question:
        "Sixteen windows of 3 by 3 look at the 8 feature maps of the layer before. How many weights is that, without the biases?",
      answers: [
        { text: "144", why: "Each window looks at all 8 maps at once, so it has 3 × 3 × 8 weights." },
        { text: "1,152", why: "16 × 3 × 3 × 8. The size of the picture does not come into it." },
        {
          text: "It depends on the size of the picture",
          why: "The same weights are used at every place: a larger picture needs no more of them.",
        },
      ],
    },
    zh: {
      question: "十六个 3 x 3 的窗口看前一层的 8 张特征图。不算偏置，一共有多少个权重？",
      answers: [
        { text: "144", why: "每个窗口同时看全部 8 张图，所以各有 3 × 3 × 8 个权重。" },
        { text: "1,152", why: "16 × 3 × 3 × 8。图像的大小不起作用。" },
        { text: "取决于图像的大小", why: "每个位置用的是同一组权重：图像再大也不需要更多。" },
      ],
    },
  },
};
