import type { Command } from "commander";
import type { PredictOptions } from "../predict/PredictOptions.ts";
import { addBackendOptions } from "../options/addBackendOptions.ts";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import type { Execute } from "../options/Execute.ts";
import { unmarked } from "../options/negativeValues.ts";
import { pixelRange } from "../options/pixelRange.ts";

/** Adds `minibatch predict`. */
export function addPredict(program: Command, execute: Execute): void {
  const command = program
    .command("predict")
    .description("tell what is on images, or values from features")
    .argument(
      "<run|model dir>",
      "a run folder, any folder with a model.json, such a file, a .keras or .h5, or its address",
    )
    .argument(
      "<input...>",
      "pictures (PNG, JPEG, WebP, GIF, BMP), folders and patterns of them, tables, addresses, - for standard input, samples such as mnist:test:42, or numbers",
    )
    .option("--out <file>", "write the predictions as CSV")
    .option("--labels <file>", "the names of the classes, one a line, for a model that does not carry them")
    .option("--scale <range>", "the range in which it takes pixels, such as 0..1 or -1..1", pixelRange);
  addCommonOptions(addBackendOptions(command))
    .addHelpText(
      "after",
      `
An image may have any size and colour. For a model of digits it shows one digit, dark on light or light on dark; for one
of Fashion-MNIST one garment on plain ground; for one of photographs its middle is used.

A model from elsewhere may lack what is known of ours: --labels names its classes, --scale says which pixels it takes. What a
metadata.json beside it says, such as Teachable Machine's, is used. Its inputs may be [28, 28] or [784], too.

A model that was trained on your own pictures takes pictures of any format and folders of them, each prepared as in training; one
of your own table takes tables with the same columns, in any order, or a row such as rooms=4,city=Bern.

A model of columns takes numbers: one for each feature, joined by commas (6.5 or 6.5,4.98), or by name
(RM=6.5,LSTAT=4.98), or a sample such as boston-housing:test:0, or a table with these columns.

A pattern such as 'new/**/*.jpg' may be quoted, and is found here then. Of several pictures, one that cannot be read is named at
the end and makes the exit code 1; the others are predicted all the same.

Examples:
  $ minibatch predict runs/digits-cnn-1 synthetic-digits:test:0 my-digit.png photo.jpg
  $ minibatch predict runs/boston-linear-1 3 4 5 6 7
  $ minibatch predict runs/my-pictures-1 ./new-pictures --out predictions.csv
  $ minibatch predict runs/my-pictures-1 'new/*.jpg' https://example.org/cat.jpg
  $ minibatch predict runs/houses-1 new.csv
  $ minibatch predict runs/houses-1 - < new.csv
  $ minibatch predict my-model -0.4,0.3
  $ minibatch predict their-model cat.jpg --labels labels.txt --scale -1..1`,
    )
    .action((folder: string, inputs: readonly string[], options: PredictOptions) =>
      execute(options, async (session) => {
        const { predict } = await import("../predict/predict.ts");
        return predict(folder, inputs.map(unmarked), options, session);
      }),
    );
}
