import type { LessonQuestion } from "./LessonQuestion.ts";

/** What a picture in colour is made of. */
export const colourQuestion: LessonQuestion = {
  id: "colour",
  right: 2,
  texts: {
    en: {
      question:
        "A picture of 32 by 32 pixels has a red, a green and a blue value for each pixel. How many numbers does a network see?",
      answers: [
        { text: "1,024", why: "That is one number for each pixel: such a picture is grey." },
        { text: "1,027", why: "The three colours are not added once: every pixel has all three." },
        { text: "3,072", why: "32 × 32 pixels, three numbers each. Its shape is [32, 32, 3]." },
      ],
    },
    zh: {
      question: "一张 32 x 32 像素的图像，每个像素有红、绿、蓝三个值。网络看到多少个数？",
      answers: [
        { text: "1,024", why: "那是每个像素一个数：这样的图像是灰度的。" },
        { text: "1,027", why: "三种颜色不是只加一次：每个像素三个值都有。" },
        { text: "3,072", why: "32 × 32 个像素，每个三个数。形状是 [32, 32, 3]。" },
      ],
    },
  },
};
