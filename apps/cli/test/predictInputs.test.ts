import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { startBackend } from "@minibatch/backends";
import { linearRegression, mlp, saveModel } from "@minibatch/models";
import { temporaryFolder } from "@minibatch/testing";
import { tensor, tidy } from "@tensorflow/tfjs-core";
import { encode } from "fast-png";
import { beforeAll, expect, it } from "vitest";
import { runCli } from "./runCli.ts";

beforeAll(() => startBackend("cpu"));

/** A picture of one brightness. */
const plain = (value: number) =>
  encode({ width: 8, height: 8, channels: 1, data: new Uint8Array(64).fill(value) });

/** A model of own pictures of 8 x 8, for which the first pixel decides: below 128 it is dark. */
async function withPictures(): Promise<string> {
  const cwd = await temporaryFolder();
  const model = mlp({ inputShape: [8, 8, 1], hidden: [], classes: 2 });
  tidy(() => {
    const kernel = new Float32Array(128);
    kernel[1] = 20;
    model.setWeights([tensor(kernel, [64, 2]), tensor([10, 0])]);
  });
  await saveModel(model, join(cwd, "own"), {
    classNames: ["dark", "light"],
    inputScaling: { scale: 1 / 255, offset: 0 },
    preparation: { kind: "picture", height: 8, width: 8, channels: 1, fit: "pad" },
  });
  // The same without a word about how pictures are prepared.
  await saveModel(model, join(cwd, "theirs"), {
    classNames: ["dark", "light"],
    inputScaling: { scale: 1 / 255, offset: 0 },
  });
  model.dispose();
  await mkdir(join(cwd, "new", "deep"), { recursive: true });
  await writeFile(join(cwd, "new", "a.png"), plain(10));
  await writeFile(join(cwd, "new", "b[1].png"), plain(250));
  await writeFile(join(cwd, "new", "deep", "c.png"), plain(240));
  await writeFile(join(cwd, "new", "notes.txt"), "no picture");
  return cwd;
}

async function predicted(cwd: string, stdin: Uint8Array | string | undefined, ...args: string[]) {
  const piped = stdin === undefined ? undefined : Readable.from([stdin]);
  const { code, stdout, stderr } = await runCli(["predict", ...args, "--backend", "cpu", "--json"], {
    cwd,
    stdin: piped,
  });
  return { code, stderr, ...(stdout === "" ? {} : JSON.parse(stdout)) };
}

const classes = ({ predictions }: { predictions: { input: string; class: string }[] }) =>
  predictions.map((one) => [one.input, one.class]);

it.for(["own", "theirs"])(
  "minibatch predict %s takes folders, patterns and single files, sorted by name",
  async (model) => {
    const cwd = await withPictures();
    expect(classes(await predicted(cwd, undefined, model, "new/*.png"))).toEqual([
      ["new/a.png", "dark"],
      ["new/b[1].png", "light"],
    ]);
    expect(classes(await predicted(cwd, undefined, model, "new/**/{c,a}.png", "new/b[1].png"))).toEqual([
      ["new/a.png", "dark"],
      ["new/deep/c.png", "light"],
      ["new/b[1].png", "light"],
    ]);
    const folder = await predicted(cwd, undefined, model, "new");
    expect(classes(folder).length).toBe(3);
    expect(folder).toMatchObject({
      code: 1,
      unread: [{ input: "new/notes.txt", message: expect.stringMatching(/^is /) }],
    });
    expect(await predicted(cwd, undefined, model, "new/*.gif")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("No file matches new/*.gif in "),
    });
  },
);

it.for(["own", "theirs"])("minibatch predict %s - takes a picture from standard input", async (model) => {
  const cwd = await withPictures();
  expect(classes(await predicted(cwd, plain(250), model, "-"))).toEqual([["-", "light"]]);
  expect(await predicted(cwd, "a,b\n1,2\n", model, "-")).toMatchObject({ code: 1 });
  expect(await predicted(cwd, undefined, model, "-")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("nothing comes through it"),
  });
});

it.for(["own", "theirs"])(
  "minibatch predict %s takes the address of a picture, and names those that are not there",
  async (model) => {
    const cwd = await withPictures();
    const server = createServer(({ url }, answer) => {
      if (url === "/light.png") answer.end(plain(250));
      else answer.writeHead(404).end();
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const result = await predicted(cwd, undefined, model, `${base}/light.png`, `${base}/gone.png`);
      expect(classes(result)).toEqual([[`${base}/light.png`, "light"]]);
      expect(result).toMatchObject({
        code: 1,
        unread: [{ input: `${base}/gone.png`, message: "is not there: the server answers 404" }],
      });
    } finally {
      server.close();
    }
  },
);

it("minibatch predict <model> ./folder --out writes a CSV file, whatever the model was trained on", async () => {
  const cwd = await withPictures();
  const { code, stdout } = await runCli(["predict", "theirs", "new", "--out", "p.csv", "--backend", "cpu"], {
    cwd,
  });
  expect([code, stdout]).toEqual([1, expect.stringMatching(/^3 rows in p\.csv\nnew\/notes\.txt is /)]);
  const lines = (await readFile(join(cwd, "p.csv"), "utf8")).trim().split("\n");
  expect(lines.map((line) => line.split(",").slice(0, 2).join())).toEqual([
    "input,class",
    "new/a.png,dark",
    "new/b[1].png,light",
    "new/deep/c.png,light",
  ]);
});

it.for([
  [
    "own",
    ["gone.png"],
    2,
    "There is no file or folder gone.png. Give pictures, a folder of them, or a sample",
  ],
  [
    "theirs",
    ["gone.png"],
    2,
    "There is no file or folder gone.png. Give pictures, a folder of them, or a sample",
  ],
  ["theirs", ["new/a.png", "gone"], 2, "There is no file or folder gone."],
  ["theirs", ["new/a.png/b.png"], 2, "There is no file or folder new/a.png/b.png."],
  [
    "own",
    ["new/a.png", "--out", "new"],
    1,
    "new cannot be written: it is a folder. Name another file with --out.",
  ],
  [
    "own",
    ["new/a.png", "--out", "new/a.png/p.csv"],
    1,
    "new/a.png/p.csv cannot be written: a part of its path is a file",
  ],
  [
    "own",
    ["new/a.png", "--labels", "gone.txt"],
    1,
    "The labels gone.txt cannot be read: there is no such file or folder.",
  ],
] as const)(
  "minibatch predict %s %j says in words what the system refused",
  async ([model, args, code, message]) => {
    const cwd = await withPictures();
    const result = await predicted(cwd, undefined, model, ...args);
    expect(result).toEqual({ code, stderr: expect.stringContaining(`error: ${message}`) });
    expect(result.stderr).not.toMatch(/\bE[A-Z]{3,}\b/);
  },
);

/** A model of two columns, which adds one and ten times the other. */
async function withColumns(): Promise<string> {
  const cwd = await temporaryFolder();
  const model = linearRegression({ inputShape: [2] });
  tidy(() => model.setWeights([tensor([1, 10], [2, 1]), tensor([0])]));
  await saveModel(model, join(cwd, "model"), { featureNames: ["a", "b"], targetName: "sum" });
  model.dispose();
  return cwd;
}

it("minibatch predict <model of columns> takes tables, in any order of columns, from files, addresses and standard input", async () => {
  const cwd = await withColumns();
  const text = "b,note,a,sum\n2,x,1,21\n3,y,4,34\n";
  await writeFile(join(cwd, "new.csv"), text);
  const { predictions } = await predicted(cwd, undefined, "model", "new.csv", "a=1,b=1");
  expect(predictions).toEqual([
    { input: "new.csv row 1", features: { a: 1, b: 2 }, predicted: 21, actual: 21 },
    { input: "new.csv row 2", features: { a: 4, b: 3 }, predicted: 34, actual: 34 },
    { input: "a=1,b=1", features: { a: 1, b: 1 }, predicted: 11 },
  ]);
  const piped = await predicted(cwd, text, "model", "-");
  expect(piped.predictions.map((one: { predicted: number }) => one.predicted)).toEqual([21, 34]);
  const written = await runCli(["predict", "model", "new.csv", "--out", "o.csv", "--backend", "cpu"], {
    cwd,
  });
  expect(written).toMatchObject({ code: 0, stdout: "2 rows in o.csv\n" });
  expect(await readFile(join(cwd, "o.csv"), "utf8")).toBe("input,sum\nnew.csv row 1,21\nnew.csv row 2,34\n");
});

it("minibatch predict <model of columns> refuses a folder, and an address where nothing is, by name", async () => {
  const cwd = await withColumns();
  expect(await predicted(cwd, undefined, "model", "model")).toEqual({
    code: 1,
    stderr: "error: The table model cannot be read: it is a folder. Give one such as new.csv.\n",
  });
  const nowhere = "http://127.0.0.1:9/new.csv";
  expect(await predicted(cwd, undefined, "model", nowhere)).toEqual({
    code: 1,
    stderr: `error: The table ${nowhere} could not be reached. Give one such as new.csv.\n`,
  });
});

it.for([
  ["a,c\n1,2\n", "The model takes 2 columns (a, b), and - has a, c. b is missing."],
  ["a,b\n1,2\n1,x\n", '- row 2: b is "x", and the model takes numbers.'],
  ["a,b\n1,2\n,3\n", "- row 2: a is missing, and the model takes numbers."],
])("minibatch predict <model of columns> refuses the table %j in words", async ([text, message]) => {
  expect(await predicted(await withColumns(), text, "model", "-")).toMatchObject({
    code: 2,
    stderr: `error: ${message}\n`,
  });
});
