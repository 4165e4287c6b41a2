import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import { loadModel } from "@minibatch/models";
import { predict } from "@minibatch/training";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { writeDigit } from "../src/pages/Home/writeDigit.ts";
import { writtenDigits } from "../src/pages/Home/writtenDigits.ts";

/** So often on its way the network says what it makes of a digit. */
const moments = 12;
const model = new URL("../public/models/mnist-convnet/", import.meta.url);
const answers = new URL("../src/pages/Home/writtenAnswers.json", import.meta.url);

// After a change: `vitest run apps/web/test/writtenDigits.test.ts -u` writes them anew.
it("the answers of the first view are those of the network that comes with the app, to a thousandth", async () => {
  const opened = await loadModel(fileURLToPath(model));
  const written = writtenDigits.map((digit) =>
    Array.from({ length: moments }, (_, moment) => writeDigit(digit, (moment + 1) / moments)),
  );
  const probabilities: number[][][] = [];
  await expectNoLeak(async () => {
    for (const images of written) {
      const data = new Uint8Array(images.flatMap((image) => [...image]));
      const output = await predict(
        opened.model,
        { data, shape: [moments, 28, 28, 1] },
        {
          inputScaling: opened.metadata.inputScaling,
        },
      );
      probabilities.push(
        images.map((_, at) =>
          [...output.data.subarray(10 * at, 10 * (at + 1))].map((share) => Math.round(share * 1000) / 1000),
        ),
      );
    }
  });
  opened.model.dispose();
  const { accuracy } = (opened.metadata.provenance?.["test"] ?? {}) as { accuracy?: number };
  await expect(`${JSON.stringify({ accuracy, probabilities })}\n`).toMatchFileSnapshot(
    fileURLToPath(answers),
  );
  const read = probabilities.map((moments) => {
    const last = moments.at(-1) ?? [];
    return last.indexOf(Math.max(...last));
  });
  expect(read).toEqual(writtenDigits.map(({ digit }) => digit));
});

it("writeDigit(digit, share) begins with paper, only adds ink, and ends within MNIST's box", () => {
  for (const digit of writtenDigits) {
    expect(Math.max(...writeDigit(digit, 0))).toBe(0);
    let before = writeDigit(digit, 0);
    for (let share = 0.1; share <= 1; share += 0.1) {
      const pixels = writeDigit(digit, share);
      expect(pixels.every((value, at) => value >= (before[at] ?? 0))).toBe(true);
      before = pixels;
    }
    const rows = [...writeDigit(digit, 1)].flatMap((value, at) => (value > 0 ? [Math.floor(at / 28)] : []));
    expect(Math.min(...rows)).toBe(3);
    expect(Math.max(...rows)).toBeLessThan(26);
  }
});
