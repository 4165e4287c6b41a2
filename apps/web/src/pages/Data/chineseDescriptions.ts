/** What is in each dataset; in English their cards say it. */
export const chineseDescriptions: Readonly<Record<string, string>> = {
  "synthetic-digits": "程序按固定种子、模仿人的笔画写出的灰度数字，28x28 像素：无需下载，要多少有多少。",
  mnist: "手写数字的灰度图，28x28 像素，由职员和学生写在 NIST 的表格上。",
  "fashion-mnist": "衣服、鞋和包的灰度图，28x28 像素，来自 Zalando 的商品目录。",
  kmnist: "十个日文草书字符的灰度图，28x28 像素，来自 1900 年以前的书籍。",
  "emnist-balanced": "手写数字和字母的灰度图，28x28 像素，47 个类别数量相同。",
  "emnist-letters": "手写字母的灰度图，28x28 像素，同一字母的大小写算一类。",
  "cifar-10": "动物和交通工具的小幅彩色照片，32x32 像素，由人工标注。",
  "cifar-100": "一百种事物的小幅彩色照片，32x32 像素，由人工标注。",
  "cifar-100-coarse": "CIFAR-100 的照片，归为二十组，每组五种，32x32 像素。",
  iris: "三种鸢尾花共 150 朵，给出花被片的长和宽（厘米）。",
  "boston-housing": "1970 年波士顿郊区 506 个普查区的房价中位数，每区 13 个特征。",
  "california-housing": "1990 年加州 20,640 个街区的房价中位数，每区 8 个特征。",
};

/** What calls for care with a dataset. */
export const chineseNotes: Readonly<Record<string, string>> = {
  "boston-housing": "B 列由黑人居民的比例算出，假定它会影响房价。请用这份数据学习回归，而不要用它了解人。",
};

/** Licences that are no names. */
export const chineseLicences: Readonly<Record<string, string>> = {
  "none stated; free to use with the citation": "未注明许可；注明出处即可自由使用",
  "none stated; taken from the US census of 1990": "未注明许可；取自 1990 年美国人口普查",
  "public domain: a work of the US government; NIST asks for the citation":
    "公有领域：美国政府的作品；NIST 希望注明出处",
};
