import { besideKeras } from "../../../testing/src/besideKeras.mjs";

/** Training goes on across: three epochs here and three in Keras are six in Keras, with each optimizer that both have. */
export function compareTraining() {
  return besideKeras(new URL(".", import.meta.url), async ({ python, ours, read }) => {
    python("begin.py");
    await ours("train.ts");
    python("goOn.py");
    return compared(read("training.json").losses, read("first.json"), read("rest.json"));
  });
}

// Six epochs of Keras, and the three of each side.
function compared(six, first, rest) {
  let [passed, failed] = [0, 0];
  for (const [name, expected] of Object.entries(six)) {
    const found = [...first[name], ...rest[name]];
    const difference = Math.max(...expected.map((loss, epoch) => Math.abs(loss - found[epoch])));
    if (difference < 1e-4) passed += 1;
    else {
      failed += 1;
      console.log(`${name}: the losses of three epochs here and three in Keras differ by ${difference}`);
    }
  }
  return { passed, failed };
}
