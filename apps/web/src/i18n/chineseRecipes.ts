/** What each recipe is; in English it says so itself. */
export const chineseRecipes: Readonly<Record<string, string>> = {
  "digits-cnn": "合成数字上的小型卷积网络",
  "boston-linear": "波士顿房价：由房间数到价格的一条直线",
  "boston-mlp": "波士顿房价上的多层感知机",
  "mnist-softmax": "MNIST 上的 softmax 回归",
  "mnist-mlp-128": "MNIST 上有两个小隐藏层的多层感知机",
  "mnist-mlp-512": "MNIST 上有一个隐藏层的多层感知机",
  "mnist-mlp-512x2": "MNIST 上有两个隐藏层和 dropout 的多层感知机",
  "mnist-convnet": "MNIST 上的小型卷积网络",
  "mnist-cnn": "MNIST 上带全连接层的卷积网络",
  "mnist-fast": "两轮学会 MNIST 的卷积网络",
  "kmnist-cnn": "Kuzushiji-MNIST 上带全连接层的卷积网络",
  "fashion-mnist-mlp": "Fashion-MNIST 上有一个隐藏层的多层感知机",
  "fashion-mnist-cnn": "Fashion-MNIST 上带全连接层的卷积网络",
  "fashion-mnist-resnet": "Fashion-MNIST 上的残差网络",
  "cifar10-cnn-small": "CIFAR-10 上的小型卷积网络",
  "cifar10-cnn": "CIFAR-10 上带数据增强的 VGG 式卷积网络",
  "cifar10-airbench-93": "十一轮达到 93 % 的 CIFAR-10",
  "cifar10-airbench-94": "十轮达到 94 % 的 CIFAR-10",
};

/** The measures that recipes publish. */
export const chineseMetrics: Readonly<Record<string, string>> = {
  "test accuracy": "测试准确率",
  "validation accuracy": "验证准确率",
  "accuracy on real MNIST": "真实 MNIST 上的准确率",
  "training MSE": "训练均方误差",
  "validation MSE": "验证均方误差",
  "test MAE": "测试平均绝对误差",
};
