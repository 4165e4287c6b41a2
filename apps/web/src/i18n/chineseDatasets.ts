/** What the card of a dataset says, in Chinese. */
interface ChineseCard {
  /** Where the English one is words; names such as MNIST stay. */
  readonly title?: string;
  readonly description: string;
  /** In the order of the labels, where the English ones are words. */
  readonly classes?: readonly string[];
  /** The columns of a table, where the English ones are words. */
  readonly features?: readonly string[];
  /** What calls for care. */
  readonly note?: string;
  /** Where the English one is no name. */
  readonly license?: string;
}

const cifar10 = "飞机 汽车 鸟 猫 鹿 狗 青蛙 马 船 卡车";
const fashion = "T恤/上衣 裤子 套头衫 连衣裙 外套 凉鞋 衬衫 运动鞋 包 短靴";
const cifar100 =
  "苹果 观赏鱼 婴儿 熊 河狸 床 蜜蜂 甲虫 自行车 瓶子 碗 男孩 桥 公共汽车 蝴蝶 骆驼 罐头 城堡 毛虫 牛 " +
  "椅子 黑猩猩 时钟 云 蟑螂 沙发 螃蟹 鳄鱼 杯子 恐龙 海豚 大象 比目鱼 森林 狐狸 女孩 仓鼠 房屋 " +
  "袋鼠 键盘 灯 割草机 豹 狮子 蜥蜴 龙虾 男人 枫树 摩托车 山 老鼠 蘑菇 橡树 橙子 兰花 " +
  "水獭 棕榈树 梨 皮卡 松树 平原 盘子 罂粟 豪猪 负鼠 兔子 浣熊 鳐鱼 道路 火箭 玫瑰 海 海豹 鲨鱼 鼩鼱 " +
  "臭鼬 摩天楼 蜗牛 蛇 蜘蛛 松鼠 有轨电车 向日葵 甜椒 桌子 坦克 电话 电视 老虎 拖拉机 火车 鳟鱼 " +
  "郁金香 乌龟 衣柜 鲸鱼 柳树 狼 女人 蠕虫";
const coarse =
  "水生哺乳动物 鱼 花卉 食品容器 水果和蔬菜 家用电器 家具 昆虫 " +
  "大型食肉动物 大型人造户外物体 大型自然景观 大型杂食和食草动物 中型哺乳动物 " +
  "非昆虫无脊椎动物 人 爬行动物 小型哺乳动物 树木 车辆一 车辆二";
const emnistLicense = "公有领域：美国政府的作品；NIST 希望注明出处";
const cifarLicense = "未注明许可；注明出处即可自由使用";

/** The cards of all datasets. */
export const chineseDatasets: Readonly<Record<string, ChineseCard>> = {
  mnist: { description: "手写数字的灰度图，28x28 像素，由职员和学生写在 NIST 的表格上。" },
  "fashion-mnist": {
    description: "衣服、鞋和包的灰度图，28x28 像素，来自 Zalando 的商品目录。",
    classes: fashion.split(" "),
  },
  kmnist: { description: "十个日文草书字符的灰度图，28x28 像素，来自 1900 年以前的书籍。" },
  "emnist-balanced": {
    description: "手写数字和字母的灰度图，28x28 像素，47 个类别数量相同。",
    license: emnistLicense,
  },
  "emnist-letters": {
    description: "手写字母的灰度图，28x28 像素，同一字母的大小写算一类。",
    license: emnistLicense,
  },
  "cifar-10": {
    description: "动物和交通工具的小幅彩色照片，32x32 像素，由人工标注。",
    classes: cifar10.split(" "),
    license: cifarLicense,
  },
  "cifar-100": {
    description: "一百种事物的小幅彩色照片，32x32 像素，由人工标注。",
    classes: cifar100.split(" "),
    license: cifarLicense,
  },
  "cifar-100-coarse": {
    title: "CIFAR-100，二十组",
    description: "CIFAR-100 的照片，归为二十组，每组五种，32x32 像素。",
    classes: coarse.split(" "),
    license: cifarLicense,
  },
  iris: {
    title: "鸢尾花",
    description: "三种鸢尾花共 150 朵，给出花被片的长和宽（厘米）。",
    classes: ["山鸢尾", "变色鸢尾", "维吉尼亚鸢尾"],
    features: ["萼片长", "萼片宽", "花瓣长", "花瓣宽"],
  },
  "boston-housing": {
    title: "波士顿房价",
    description: "1970 年波士顿郊区 506 个普查区的房价中位数，每区 13 个特征。",
    note: "B 列由黑人居民的比例算出，假定它会影响房价。请用这份数据学习回归，而不要用它了解人。",
  },
  "california-housing": {
    title: "加州房价",
    description: "1990 年加州 20,640 个街区的房价中位数，每区 8 个特征。",
    license: "未注明许可；取自 1990 年美国人口普查",
  },
  "synthetic-digits": {
    title: "合成数字",
    description: "程序按固定种子、模仿人的笔画写出的灰度数字，28x28 像素：无需下载，要多少有多少。",
  },
};
