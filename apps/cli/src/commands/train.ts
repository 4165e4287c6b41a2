import { optimizerNames } from "@minibatch/recipes/optimizers";
import { type Command, Option } from "commander";
import { addBackendOptions } from "../options/addBackendOptions.ts";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import { addOwnDataOptions } from "../options/addOwnDataOptions.ts";
import type { Execute } from "../options/Execute.ts";
import { fraction } from "../options/fraction.ts";
import { numberFrom0 } from "../options/numberFrom0.ts";
import { positiveNumber } from "../options/positiveNumber.ts";
import { wholeNumber } from "../options/wholeNumber.ts";
import type { TrainOptions } from "../train/TrainOptions.ts";

/** Adds `minibatch train`. */
export function addTrain(program: Command, execute: Execute): void {
  const command = addOwnDataOptions(
    program
      .command("train")
      .description("train a recipe, or on a folder of pictures, a table or arrays of your own")
      .argument(
        "[recipe]",
        'one of "minibatch recipes", a folder of pictures, a table, an .npz of arrays, or an experiment file; not needed with --resume',
      ),
  )
    .option("--x <array>", "the inputs in an .npz archive (default: by their name)")
    .option("--y <array>", "what is predicted in an .npz archive (default: by its name)")
    .option(
      "--learning-curve",
      "train on half of your own data, too, and say whether more are likely to help",
    )
    .option("--dry-run", "say what would be trained, and stop")
    .option("--epochs <n>", "passes over the training samples", wholeNumber(1))
    .option("--batch-size <n>", "samples for each step", wholeNumber(1))
    .option("--learning-rate <x>", "how far a step goes", positiveNumber)
    .addOption(new Option("--optimizer <name>", "how a step is made").choices(optimizerNames))
    .option("--momentum <x>", "how much of the last step goes on: of sgd, momentum and rmsprop", fraction)
    .option("--nesterov", "take the gradient ahead along the momentum: of sgd and momentum")
    .option("--no-nesterov", "take it where the weights are, also where the recipe does not")
    .option(
      "--weight-decay <x>",
      "what share of itself, times the learning rate, a weight loses at each step: of adamw, sgd and momentum",
      numberFrom0,
    )
    .option("--seed <n>", "fixes everything random (default: the recipe's, mostly 1)", wholeNumber(0))
    .option("--limit <n>", "use only the first n training samples", wholeNumber(1))
    .option(
      "--validation-split <x>",
      "hold back the last x of the training samples; 0 trains on all",
      fraction,
    )
    .addOption(
      new Option("--early-stopping [epochs]", "end when validation gets no better for so many epochs")
        .preset("3")
        .argParser(wholeNumber(1)),
    )
    .option("--out <dir>", "the run folder (default: the first free runs/<recipe>-<n>)")
    .option("--from <model>", "start from a trained model: a run, a .keras or .h5, a model.json")
    .option("--freeze", "with --from: let only the last layer learn")
    .option("--resume <dir>", "go on with an interrupted run, with its settings");
  addCommonOptions(addBackendOptions(command))
    .addHelpText(
      "after",
      `
Examples:
  $ minibatch train digits-cnn
  $ minibatch train ./my-pictures
  $ minibatch train houses.csv --target price
  $ minibatch train digits.npz
  $ minibatch train houses.csv --target price --dry-run
  $ minibatch train experiment.json
  $ minibatch train runs/houses-1/experiment.json
  $ minibatch train mnist-mlp-512 --epochs 1 --seed 7 --out runs/quick
  $ minibatch train mnist-convnet --epochs 1 --validation-split 0 --batch-size 64
  $ minibatch train fashion-mnist-cnn --epochs 50 --early-stopping 5
  $ minibatch train mnist-convnet --optimizer adamw --weight-decay 0.01
  $ minibatch train mnist-mlp-512 --json > result.json
  $ minibatch train mnist-convnet --from course.keras --freeze --epochs 3
  $ minibatch train --resume runs/quick`,
    )
    .action((recipe: string | undefined, options: TrainOptions) =>
      execute(options, async (session) => {
        const { train } = await import("../train/train.ts");
        return train(recipe, options, session);
      }),
    );
}
