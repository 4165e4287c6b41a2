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

/** The classes of the datasets whose English ones are words, in the order of their labels. */
export const chineseClasses: Readonly<Record<string, readonly string[]>> = {
  "cifar-10": cifar10.split(" "),
  "cifar-100": cifar100.split(" "),
  "cifar-100-coarse": coarse.split(" "),
  "fashion-mnist": fashion.split(" "),
  iris: ["山鸢尾", "变色鸢尾", "维吉尼亚鸢尾"],
};

/** The columns of the tables whose English ones are words. */
export const chineseFeatures: Readonly<Record<string, readonly string[]>> = {
  iris: ["萼片长", "萼片宽", "花瓣长", "花瓣宽"],
};
