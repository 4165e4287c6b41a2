import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { chineseFailures } from "../src/i18n/chineseFailures.ts";
import { chineseReason } from "../src/i18n/chineseReason.ts";

const sources = fileURLToPath(new URL("../src/", import.meta.url));

/** The codes of all errors that this app throws, but that of a worker which the app ended itself. */
function thrownCodes(): string[] {
  const texts = readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(sources, name), "utf8"));
  const codes = texts.flatMap((text) =>
    [...text.matchAll(/new WorkerError\(\s*"([A-Z_]+)"/g)].map(([, code = ""]) => code),
  );
  return [...new Set(codes)].filter((code) => code !== "TERMINATED");
}

it("chineseFailures has words for each code that this app throws", () => {
  const codes = thrownCodes();
  expect(codes.length).toBeGreaterThan(10);
  for (const code of codes)
    expect(chineseFailures[code]?.("一", "二", "三"), code).toMatch(/[\u4E00-\u9FFF]/);
});

it("chineseFailures has words for each code of the errors of the packages", () => {
  // The app does not read these packages' files, nor submit sweeps.
  const left = new Set(["sweeps", "tensorboard"]);
  const codes = readdirSync("packages")
    .filter((name) => !left.has(name))
    .flatMap((name) => {
      const folder = join("packages", name, "src");
      const texts = readdirSync(folder, { encoding: "utf8" })
        .filter((file) => file.endsWith("Error.ts"))
        .map((file) => readFileSync(join(folder, file), "utf8"));
      return texts.flatMap(
        (text) => /ErrorCode =([^;]*);/.exec(text)?.[1]?.match(/[A-Z]+(?:_[A-Z]+)+|UNSUPPORTED/g) ?? [],
      );
    });
  expect(codes.length).toBeGreaterThan(50);
  expect(
    [...new Set(codes)].filter((code) => !/[\u4E00-\u9FFF]/.test(chineseFailures[code]?.("") ?? "")),
  ).toEqual([]);
});

it("chineseReason(text) says in Chinese what is wrong in a file, with its names and numbers", () => {
  const cases = {
    "result.history.loss[1] is no number": "result.history.loss[1] 不是数",
    "result.test.accuracy or mae is no number": "result.test.accuracy or mae 不是数",
    "result.history.accuracy is no list": "result.history.accuracy 不是列表",
    "data.columns[0].name is no text": "data.columns[0].name 不是文本",
    "result.history is no table": "result.history 不是对象",
    "result.history.loss is missing": "缺少 result.history.loss",
    "status is unknown": "status 的值未知",
    "history.accuracy has 1 epochs, and history.loss has 2":
      "history.accuracy 有 1 轮，而 history.loss 有 2 轮",
    "dataset must be synthetic-digits": "dataset 须为 synthetic-digits",
    "epochs must be a positive integer, but it is -1.": "epochs 不能是 -1",
    "confusion-matrix.json must hold 10 rows of 10 counts":
      "confusion-matrix.json 须有 10 行，每行 10 个计数",
    "confusion-matrix.json must name its classes": "confusion-matrix.json 须写明类别名称",
    "samples.json has pixels of another size for test sample 3": "samples.json 中测试样本 3 的像素数不对",
    "predictions.json.test has lists of different lengths": "predictions.json.test 中列表的长度不一致",
    "my run is here.zip": "my run is here.zip",
  };
  for (const [english, chinese] of Object.entries(cases)) expect(chineseReason(english)).toBe(chinese);
});
