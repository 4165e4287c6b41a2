import { expect, it } from "vitest";
import { acceptedFiles } from "../src/worker/acceptedFiles.ts";

const file = (path: string, size = 1) => ({
  name: path.split("/").at(-1) ?? "",
  webkitRelativePath: path,
  size,
});

it("acceptedFiles(offered) takes what a run or a model is made of, and leaves the rest of a folder unread", () => {
  const offered = [
    file("runs/a/run.json"),
    file("runs/a/checkpoint/latest.safetensors", 5_000_000),
    file("runs/a/weights.bin"),
    file("runs/film.mp4", 9e9),
    file("runs/notes.json", 9e9),
    { name: "SAVED.ZIP", webkitRelativePath: "", size: 10 },
  ];
  expect(acceptedFiles(offered).map(({ path }) => path)).toEqual([
    "runs/a/run.json",
    "runs/a/checkpoint/latest.safetensors",
    "runs/a/weights.bin",
    "SAVED.ZIP",
  ]);
});

it("acceptedFiles(offered) refuses what is larger than any run, by what the browser says of its size", () => {
  expect(() => acceptedFiles([file("huge.zip", 6e8)])).toThrow(
    "These files have 573 MB, but no run or model here has more than 512 MB. Choose one of them.",
  );
  expect(() => acceptedFiles([file("a/run.json", 2e8)])).toThrow("a/run.json has 191 MB");
});
