import { language } from "./language.ts";

/** What is said of a backend that cannot be had in a browser, and what to do. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^native TensorFlow runs in Node only$/, "原生 TensorFlow 只在 Node 中运行"],
  [/^use webgpu, webgl or wasm here$/, "在这里请用 webgpu、webgl 或 wasm"],
  [/^this browser gives no WebGL 2 context$/, "此浏览器不提供 WebGL 2"],
  [/^switch its hardware acceleration on$/, "请开启浏览器的硬件加速"],
  [/^this engine has no WebAssembly SIMD$/, "此浏览器不支持 WebAssembly SIMD"],
  [
    /^use Node 20, Chrome 91, Firefox 89, Safari 16\.4 or newer$/,
    "请使用 Chrome 91、Firefox 89、Safari 16.4 或更新的版本",
  ],
  [/^WebGPU finds no adapter here$/, "WebGPU 在这里找不到适配器"],
  [/^WebGPU finds no adapter with "(.*)" in its name here$/, "WebGPU 在这里找不到名称含“$1”的适配器"],
  [
    /^use Chrome or Edge 113, Safari 26, Firefox 141 or newer, with a GPU that they support$/,
    "请使用 Chrome 或 Edge 113、Safari 26、Firefox 141 或更新的版本，以及它们支持的 GPU",
  ],
  [/^(.*) gave no device$/, "$1 没有给出设备"],
  [/^update its driver, or take another backend$/, "请更新驱动程序，或换一个后端"],
  [/^it does not answer within (.*) seconds$/, "它在 $1 秒内没有回应"],
  [/^JavaScript, one thread$/, "JavaScript，一个线程"],
  [/^WebAssembly with (relaxed )?SIMD$/, "WebAssembly，$1SIMD"],
  [/^WebAssembly with (relaxed )?SIMD, one thread$/, "WebAssembly，$1SIMD，一个线程"],
  [/^WebAssembly with (relaxed )?SIMD, (\d+) threads$/, "WebAssembly，$1SIMD，$2 个线程"],
  [/^(WebGL|WebGPU) on (.*)$/, "$1：$2"],
  [/^(.*) is not installed$/, "没有安装 $1"],
];

/** Why a backend cannot be had, what to do, or on what it computes, in the language of the moment; names stay as they are. */
export function backendText(text: string): string {
  return language.value === "zh" ? chineseBackend(text) : text;
}

/** The same in Chinese. */
function chineseBackend(text: string): string {
  const [pattern, chinese] = sentences.find(([pattern]) => pattern.test(text)) ?? [];
  return pattern && chinese ? text.replace(pattern, chinese) : text;
}
