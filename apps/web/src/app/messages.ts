import { defineMessages } from "../i18n/defineMessages.ts";

/** Texts of what surrounds every page. */
export const appMessages = defineMessages({
  en: {
    skip: "Skip to content",
    pages: "Pages",
    language: "Language",
    theme: "Theme",
    system: "System",
    light: "Light",
    dark: "Dark",
    loading: "Loading …",
    loadFailed:
      "This page could not be loaded: there is no network, or a new version of the app is there. A run that trains goes on until you reload, and from its last epoch after.",
    reload: "Reload",
    wentWrong: (reason: string) =>
      `Something went wrong: ${reason} When you reload, runs go on from their last epoch.`,
    noPage: "There is no such page",
    noPageHint: "The link may be old. The pages that exist are named above.",
    unknownName: (label: string, value: string) =>
      `${label}: there is no “${value}” here, so you see the usual one.`,
    fine: "All right",
    keepsNothing:
      "This browser keeps nothing for this page, as in some private windows and in frames of other sites. All works, but runs and networks are gone when the page is closed: save as zip what you want to keep.",
    isFull:
      "The browser has no room left for this page. All goes on, but what is new is gone when the page is closed: save it as zip, or delete runs on the page Train.",
    plainHttp:
      "This page came over plain http, to which browsers give less: it computes with one thread, and does not work offline.",
    noModel: (id: string) => `The network “${id}” is not in this browser`,
    noModelHint:
      "A network stays in the browser that trained or opened it, and a link carries only its name. Train one, open a saved one on the page Train, or take the one that comes with this page.",
    useBundled: (name: string) => `Use ${name}`,
    trains: (name: string) => `${name} is under way`,
    trainingOn: (page: string) => `The training on the page ${page}`,
    runDone: (name: string) => `${name} has ended.`,
    runDoneRight: (name: string, accuracy: string) =>
      `${name} has ended: it gets ${accuracy} of the test set right.`,
    runDoneOff: (name: string, error: string) =>
      `${name} has ended: it is off by ${error} on average on the test set.`,
    runDoneLoss: (name: string, loss: string) => `${name} has ended: the validation loss is ${loss}.`,
    runPaused: (name: string) => `${name} is paused.`,
    runStopped: (name: string) => `${name} was stopped.`,
    runFailed: (name: string) => `${name} has failed.`,
    home: "minibatch, first page",
    data: "Data",
    own: "Your data",
    build: "Build",
    train: "Train",
    runs: "Runs",
    evaluate: "Evaluate",
    draw: "Draw",
    regression: "Regression",
    learn: "Learn",
    glossary: "Glossary",
  },
  zh: {
    skip: "跳到正文",
    pages: "页面",
    language: "语言",
    theme: "外观",
    system: "跟随系统",
    light: "浅色",
    dark: "深色",
    loading: "加载中…",
    loadFailed:
      "无法加载此页面：网络不通，或者应用已有新版本。正在进行的训练会持续到刷新为止，刷新后从最后一轮继续。",
    reload: "刷新",
    wentWrong: (reason) => `出错了：${reason} 刷新后，训练会从最后一轮继续。`,
    noPage: "没有这个页面",
    noPageHint: "链接可能已经失效。现有的页面列在上方。",
    unknownName: (label, value) => `${label}：这里没有“${value}”，显示的是默认项。`,
    fine: "知道了",
    keepsNothing:
      "此浏览器不为本页保存任何内容，某些隐私窗口和其他网站的框架中就是如此。一切功能照常，但关闭页面后训练记录和模型会消失：请把要保留的存为 zip。",
    isFull:
      "浏览器已没有空间留给本页。一切照常进行，但新的内容会在关闭页面后消失：请存为 zip，或在“训练”页删除一些记录。",
    plainHttp: "本页通过普通 http 打开，浏览器给它的功能较少：只用一个线程计算，也不能离线使用。",
    noModel: (id) => `此浏览器中没有模型“${id}”`,
    noModelHint:
      "模型保存在训练或打开它的浏览器里，链接只带有它的名称。请训练一个模型，在“训练”页打开一个保存的模型，或使用本页自带的模型。",
    useBundled: (name) => `使用 ${name}`,
    trains: (name) => `${name}正在进行`,
    trainingOn: (page) => `“${page}”页的训练`,
    runDone: (name) => `${name} 已结束。`,
    runDoneRight: (name, accuracy) => `${name} 已结束：测试集答对 ${accuracy}。`,
    runDoneOff: (name, error) => `${name} 已结束：测试集平均误差 ${error}。`,
    runDoneLoss: (name, loss) => `${name} 已结束：验证损失为 ${loss}。`,
    runPaused: (name) => `${name} 已暂停。`,
    runStopped: (name) => `${name} 已停止。`,
    runFailed: (name) => `${name} 失败了。`,
    home: "minibatch 首页",
    data: "数据",
    own: "你的数据",
    build: "搭建",
    train: "训练",
    runs: "记录",
    evaluate: "评估",
    draw: "手写",
    regression: "回归",
    learn: "原理",
    glossary: "术语表",
  },
});
