/** What each code of an error means, and what to do; those of this app put the details into it. */
export const chineseFailures: Readonly<Record<string, (...details: string[]) => string>> = {
  // Of opening files.
  NO_RUN: (run, model) =>
    `这些文件中既没有 ${run}，也没有 ${model}。请选择命令行的训练文件夹、在此保存的 zip，或 ${model} 及其权重。`,
  NOT_A_ZIP: (name) => `${name} 不是 zip 文件，或已损坏：请重新保存或复制。`,
  CHANGED_IN_ZIP: (path, zip) =>
    `${zip} 中的 ${path} 与其校验和不符，说明被改动过或已损坏：请重新保存或复制。`,
  ZIP_TOO_LARGE: (name, most) => `${name} 解压后超过 ${most}，这里的模型都不需要这么大。`,
  FILE_TOO_LARGE: (path, size, most) => `${path} 有 ${size}，而 minibatch 的此类文件都不超过 ${most}。`,
  FILES_TOO_LARGE: (size, most) =>
    `这些文件共 ${size}，而这里的训练记录或模型都不超过 ${most}。请只选择其中一个。`,
  DAMAGED_RECORD: (name) => `${name} 已损坏，或来自另一版本的 minibatch。`,
  DAMAGED_FILE: (name) => `${name} 已损坏：请重新保存或复制这次训练。`,
  INVALID_RUN: (reason) => `这次训练的文件已损坏，或被改动过：${reason}。`,
  CHANGED_CHECKPOINT: (reason) => `检查点被改动过：${reason}。`,
  CORRUPT_MODEL: () => "模型文件已损坏、不完整，或不是模型：请重新保存或复制。",
  CORRUPT_CHECKPOINT: () => "检查点已损坏或不完整：请重新保存或复制。",
  CHECKPOINT_MISMATCH: () => "检查点与这次训练的设置不符。",
  // Of training and computing.
  NAN_LOSS: () => "损失不再是数：学习率可能太大，请减小后再试。",
  INVALID_SETTING: () => "有一项设置不合要求。",
  SHAPE_MISMATCH: () => "数据的形状与模型不符。",
  COMPUTATION_FAILED: () => "计算出错。",
  OUT_OF_MEMORY: () => "内存不足：请减小批大小，或关闭其他页面。",
  NOT_AVAILABLE: () => "这个计算后端在此浏览器中不可用。",
  START_FAILED: () => "计算后端无法启动。",
  CRASHED: () => "后台程序中断：请刷新页面。",
  MISFIT: (takes, gives, expected) =>
    `这个模型的输入是 ${takes}，输出是 ${gives}；这里需要输入为 ${expected}、每个类别输出一个数的模型。`,
  NO_PICTURES: () => "这里没有图片：请在“你的数据”页中为类别添加图片。",
  OTHER_LAYERS: () => "这次训练的层与这里的不同：请从头开始，或重新打开它。",
  NO_ROW: () => "这个网络不是处理图像的一排层，而“搭建”只支持这样的网络。",
  NOTHING_TRAINED: () => "还没有可保存的内容：请先用图像训练一个批次。",
  NO_MODEL: () => "没有打开模型。",
  NOT_FOUND: () => "找不到所需的文件，或此浏览器已不再保存它。",
  // Of loading data.
  OFFLINE: () => "没有网络，且此浏览器没有保存这份数据。",
  DOWNLOAD_FAILED: () => "下载失败：请检查网络后再试。",
  CHECKSUM_MISMATCH: () => "数据与公布的校验和不符，因此没有使用：请再试一次。",
  INVALID_FORMAT: () => "数据的格式不对，文件可能已损坏。",
  LIMIT_EXCEEDED: () => "文件超过了允许的大小。",
  CACHE_FAILED: () => "数据无法保存在此浏览器中。",
};
