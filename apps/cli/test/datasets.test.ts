import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { datasets } from "@minibatch/datasets";
import { requireMirror, temporaryFolder } from "@minibatch/testing";
import { decode } from "fast-png";
import { describe, expect, it } from "vitest";
import { runCli } from "./runCli.ts";

const json = async (...argv: string[]) => JSON.parse((await runCli([...argv, "--json"])).stdout);

describe("minibatch datasets list", () => {
  it("has a line for each dataset, in 80 columns", async () => {
    const { code, stdout } = await runCli(["datasets", "list", "--cache-dir", await temporaryFolder()]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/mnist +28x28x1 +10 classes +60,000 +10,000 +11.6 MB +no\n/);
    expect(stdout).toMatch(/synthetic-digits .* none +drawn\n/);
    for (const { name } of datasets) expect(stdout).toContain(`\n${name} `);
    const [table = ""] = stdout.split("\n\n");
    expect(Math.max(...table.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("says as JSON what is cached", async (context) => {
    const mirror = requireMirror(context);
    const cache = await temporaryFolder();
    await runCli(["datasets", "fetch", "boston-housing", "--mirror", mirror, "--cache-dir", cache]);
    const listed = await json("datasets", "list", "--cache-dir", cache);
    expect(listed.cache).toBe(cache);
    expect(listed.datasets).toContainEqual({
      name: "boston-housing",
      title: "Boston housing",
      task: "regression",
      inputShape: [13],
      classes: 0,
      size: { train: 404, test: 102 },
      bytes: 49_082,
      cached: "yes",
    });
  });
});

describe("minibatch datasets info <name>", () => {
  it("shows the card", async () => {
    const cache = await temporaryFolder();
    const { code, stdout } = await runCli(["datasets", "info", "boston-housing", "--cache-dir", cache]);
    expect(code).toBe(0);
    for (const part of ["CC-BY-4.0", "LSTAT", "baadf72995725d76", "archive.ics.uci.edu", "CORS", "column"])
      expect(stdout.toLowerCase()).toContain(part.toLowerCase());
    expect(stdout).toContain("no; fetch it: minibatch datasets fetch boston-housing");
  });

  it("is the card as JSON, and what of it is cached", async () => {
    const cache = await temporaryFolder();
    const info = await json("datasets", "info", "cifar-10", "--cache-dir", cache);
    expect(info).toMatchObject({
      name: "cifar-10",
      inputShape: [32, 32, 3],
      cache: { folder: join(cache, "cifar-10"), state: "no" },
    });
    expect(info.classNames).toHaveLength(10);
    expect(info.cache.files).toHaveLength(6);
    expect(info.mirrors[0]).toMatchObject({ url: expect.any(String), cors: expect.any(String) });
  });
});

describe("minibatch datasets fetch <name...>", () => {
  it("brings files into the cache, a line for each, and then has nothing to do", async (context) => {
    const source = ["--mirror", requireMirror(context), "--cache-dir", await temporaryFolder()];
    const first = await runCli(["datasets", "fetch", "mnist", "boston-housing", ...source]);
    expect(first.code).toBe(0);
    expect(first.stderr.match(/\n/g)).toHaveLength(5);
    expect(first.stdout).toContain("mnist: 11.6 MB fetched");
    const second = await runCli(["datasets", "fetch", "mnist", ...source.slice(2), "--offline"]);
    expect(second).toMatchObject({ code: 0, stderr: "" });
    expect(second.stdout).toContain("in the cache already");
  });

  it("says as JSON which files came, and from where", async (context) => {
    const mirror = requireMirror(context);
    const source = ["--mirror", mirror, "--cache-dir", await temporaryFolder()];
    const fetched = [{ file: "housing.data", source: mirror, bytes: 49_082 }];
    expect((await json("datasets", "fetch", "boston-housing", ...source)).datasets).toEqual([
      { name: "boston-housing", fetched },
    ]);
    expect((await json("datasets", "fetch", "boston-housing", ...source)).datasets).toEqual([
      { name: "boston-housing", fetched: [] },
    ]);
  });

  it("says how to go on when it is interrupted", async (context) => {
    const cwd = await temporaryFolder();
    const options = ["--mirror", requireMirror(context), "--cache-dir", "cache"];
    const { code, stdout, stderr } = await runCli(["datasets", "fetch", "all", ...options], {
      cwd,
      signal: AbortSignal.abort(),
    });
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    expect(stderr).toContain(`minibatch datasets fetch all ${options.join(" ")}`);
  });

  it("has nothing to do for what is drawn", async () => {
    const { code, stdout } = await runCli(["datasets", "fetch", "synthetic-digits"]);
    expect(code).toBe(0);
    expect(stdout).toContain("drawn");
  });

  it("speaks of options as a person types them", async () => {
    const cache = await temporaryFolder();
    const offline = await runCli(["datasets", "fetch", "mnist", "--offline", "--cache-dir", cache]);
    expect(offline).toMatchObject({ code: 1, stdout: "" });
    expect(offline.stderr).toContain("--offline forbids");
    expect(offline.stderr).toContain('"minibatch datasets fetch <name>"');
    expect(offline.stderr).not.toContain("`");
    const address = await runCli(["datasets", "fetch", "mnist", "--mirror", "ftp://x", "--cache-dir", cache]);
    expect(address).toMatchObject({ code: 2, stderr: expect.stringContaining("got ftp://x") });
    const file = join(cache, "file");
    await writeFile(file, "no folder");
    const refused = await runCli(["datasets", "clear", "mnist", "--cache-dir", join(file, "x")]);
    expect(refused.stderr).toContain("--cache-dir");
  });
});

describe("minibatch datasets verify [name]", () => {
  it("finds a flipped byte, says how to repair it, and ends with 1", async (context) => {
    const source = ["--mirror", requireMirror(context), "--cache-dir", await temporaryFolder()];
    const cache = source[3] ?? "";
    await runCli(["datasets", "fetch", "boston-housing", ...source]);
    expect(await runCli(["datasets", "verify", ...source])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("boston-housing: 49.1 kB, whole"),
    });
    const file = join(cache, "boston-housing", "housing.data");
    const bytes = await readFile(file);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(file, bytes);
    const damaged = await runCli(["datasets", "verify", "boston-housing", ...source]);
    expect(damaged.code).toBe(1);
    expect(damaged.stdout).toContain("boston-housing/housing.data");
    expect(damaged.stdout).toContain("minibatch datasets fetch boston-housing");
    const asJson = await runCli(["datasets", "verify", "--json", ...source]);
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.stdout)).toMatchObject({ ok: false });
    await runCli(["datasets", "fetch", "boston-housing", ...source]);
    expect((await runCli(["datasets", "verify", ...source])).code).toBe(0);
  });
});

describe("minibatch datasets clear [name]", () => {
  it("deletes the files of a dataset and nothing beside them, and says what that freed", async () => {
    const cache = await temporaryFolder();
    await mkdir(join(cache, "boston-housing"));
    await writeFile(join(cache, "boston-housing", "housing.data"), new Uint8Array(5000));
    await writeFile(join(cache, "boston-housing", "notes.txt"), "mine");
    const { code, stdout } = await runCli(["datasets", "clear", "boston-housing", "--cache-dir", cache]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^1 file deleted from .*: 5.0 kB freed\n$/);
    expect(await readdir(join(cache, "boston-housing"))).toEqual(["notes.txt"]);
    expect(await json("datasets", "clear", "mnist", "--cache-dir", cache)).toEqual({
      cache,
      deleted: [],
      bytes: 0,
    });
  });

  it("needs --yes for all of them", async () => {
    const cache = await temporaryFolder();
    await mkdir(join(cache, "boston-housing"));
    await writeFile(join(cache, "boston-housing", "housing.data"), "x");
    await mkdir(join(cache, "images"));
    await writeFile(join(cache, "images", "0123.pixels"), new Uint8Array(1999));
    const refused = await runCli(["datasets", "clear", "--cache-dir", cache]);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("datasets clear --yes") });
    expect(await readdir(join(cache, "boston-housing"))).toHaveLength(1);
    const cleared = await runCli(["datasets", "clear", "--yes", "--cache-dir", cache]);
    expect(cleared).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^2 files deleted .*: 2\.0 kB freed\n$/),
    });
    expect(await readdir(join(cache, "boston-housing"))).toHaveLength(0);
    expect(await readdir(join(cache, "images"))).toHaveLength(0);
  });
});

describe("minibatch datasets preview <name>", () => {
  it("draws 3 x 5 labelled samples", async () => {
    const { code, stdout } = await runCli(["datasets", "preview", "synthetic-digits"]);
    expect(code).toBe(0);
    expect(stdout.match(/#\d+/g)).toHaveLength(15);
    expect(stdout).toMatch(/[▀▄█▌▐]/);
    expect(stdout).not.toContain("\u001B");
  });

  it("draws in 24-bit colour on a terminal", async () => {
    const { stdout } = await runCli(["datasets", "preview", "synthetic-digits"], { tty: true });
    expect(stdout).toContain("\u001B[38;2;");
  });

  it("picks by class, part and seed, the same for the same seed", async () => {
    const ask = (...more: string[]) => json("datasets", "preview", "synthetic-digits", ...more);
    const sevens = await ask("--class", "7", "--rows", "2", "--columns", "2", "--split", "test");
    expect(sevens).toMatchObject({ dataset: "synthetic-digits", split: "test" });
    expect(sevens.samples.map((sample: { class: string }) => sample.class)).toEqual(["7", "7", "7", "7"]);
    const random = await ask("--seed", "1");
    expect(random.samples).toHaveLength(15);
    expect(await ask("--seed", "1")).toEqual(random);
    expect(await ask("--seed", "2")).not.toEqual(random);
  });

  it("writes a PNG or an SVG with --out", async () => {
    const cwd = await temporaryFolder();
    const preview = ["datasets", "preview", "synthetic-digits", "--rows", "1", "--columns", "2", "--out"];
    const { stdout } = await runCli([...preview, "grid.png"], { cwd });
    const { width, height } = decode(await readFile(join(cwd, "grid.png")));
    expect(stdout).toBe(`2 samples drawn into grid.png, ${width} x ${height} pixels\n`);
    await runCli([...preview, "grid.svg"], { cwd });
    expect(await readFile(join(cwd, "grid.svg"), "utf8")).toContain(`width="${width}" height="${height}"`);
    await writeFile(join(cwd, "file"), "");
    const refused = await runCli([...preview, "file/grid.png"], { cwd });
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("cannot be written") });
  });

  it("shows Boston's first rows as a table, and colours of CIFAR-10", async (context) => {
    const mirror = requireMirror(context);
    const source = ["--mirror", mirror, "--cache-dir", await temporaryFolder()];
    const boston = await runCli(["datasets", "preview", "boston-housing", ...source]);
    expect(boston.stdout).toMatch(/\nCRIM +1.23247 [^]*\ntarget +15.2 +42.3 +50 +21.1 +17.7\n/);
    expect((await json("datasets", "preview", "boston-housing", ...source)).samples[0]).toMatchObject({
      target: 15.2,
      features: { RM: 6.142 },
    });
    const cifar = await json("datasets", "preview", "cifar-10", "--split", "test", ...source);
    expect(cifar.samples[0]).toEqual({ index: 0, label: 3, class: "cat" });
  });
});

describe("minibatch datasets, called wrongly", () => {
  it.each([
    [["datasets"], "Usage: minibatch datasets"],
    [["datasets", "lst"], "Did you mean list?"],
    [["datasets", "info", "minst"], 'Did you mean "mnist"?'],
    [["datasets", "fetch"], "missing required argument"],
    [["datasets", "fetch", "nonsense"], "nonsense"],
    [["datasets", "preview", "mnist", "--split", "validation"], "train, test"],
    [["datasets", "preview", "mnist", "--rows", "0"], "whole number of at least 1"],
    [["datasets", "preview", "mnist", "--rows", "1000"], "at most 1000 samples"],
    [["datasets", "preview", "mnist", "--out", "grid.gif"], ".png and .svg"],
    [["datasets", "preview", "fashion-mnist", "--class", "sandl"], "Did you mean Sandal?"],
    [["datasets", "preview", "boston-housing", "--class", "1"], "has no classes"],
    [["datasets", "preview", "boston-housing", "--out", "x.png"], "has no images"],
    [["datasets", "serve", "--port", "99999"], "at most 65535"],
  ])("%j is refused with exit code 2 and a hint", async (argv, hint) => {
    const result = await runCli(argv);
    expect(result).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(hint) });
  });

  it.each(["list", "info", "fetch", "preview", "verify", "serve", "clear"])(
    "%s has an example in its help",
    async (command) => {
      const { code, stdout } = await runCli(["datasets", command, "--help"]);
      expect(code).toBe(0);
      for (const part of [`$ minibatch datasets ${command}`, "--json", "--mirror", "--cache-dir", "--quiet"])
        expect(stdout).toContain(part);
    },
  );
});

describe("minibatch train, without its dataset", () => {
  it.each([
    [["--offline"], "minibatch datasets fetch"],
    [["--mirror", "mirror"], "Replace the file there"],
  ])("%j fails with what to do, and leaves nothing behind", async (options, hint) => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, "mirror", "mnist"), { recursive: true });
    await writeFile(join(cwd, "mirror", "mnist", "train-images-idx3-ubyte.gz"), new Uint8Array(1000));
    await cp(join(cwd, "mirror"), join(cwd, "before"), { recursive: true });
    const { code, stdout, stderr } = await runCli(
      ["train", "mnist-mlp-512", "--cache-dir", "cache", ...options],
      { cwd },
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(hint);
    expect(stderr).not.toContain("    at ");
    expect((await readdir(cwd)).sort()).toEqual(["before", "mirror"]);
  });
});
