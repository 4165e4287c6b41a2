import {
  add,
  dispose,
  dropout,
  keep,
  matMul,
  mul,
  onesLike,
  serialization,
  split,
  sub,
  type Tensor,
  type Tensor2D,
  tidy,
} from "@tensorflow/tfjs-core";
import { type GRULayerArgs, type LayerVariable, type layers, RNN } from "@tensorflow/tfjs-layers";

/** The classes of Keras' default GRU and of its cell, as they stand in a `model.json` of tfjs: Keras' names behind "ResetAfter". */
const resetAfterGru = "ResetAfterGRU";
const resetAfterCell = "ResetAfterGRUCell";

type Mask = "dropoutMask" | "recurrentDropoutMask";

/** What the cell of tfjs has, and its types do not say. */
interface GruCell extends layers.Layer {
  units: number;
  useBias: boolean;
  bias: LayerVariable | null;
  readonly kernel: LayerVariable;
  readonly recurrentKernel: LayerVariable;
  readonly dropout: number;
  readonly recurrentDropout: number;
  dropoutMask: Tensor | null;
  recurrentDropoutMask: Tensor | null;
  readonly dropoutFunc?: (x: Tensor, rate: number) => Tensor;
  readonly activation: Activation;
  readonly recurrentActivation: Activation;
  readonly biasInitializer: Parameters<layers.Layer["addWeight"]>[3];
  readonly biasRegularizer: Parameters<layers.Layer["addWeight"]>[4];
  readonly biasConstraint: Parameters<layers.Layer["addWeight"]>[6];
}

interface Activation {
  apply(x: Tensor): Tensor;
}

type Constructor<T> = new (config: object) => T;

/** Lets tfjs know a GRU that resets the state after the product with the recurrent kernel, and has a second bias there. */
export function registerResetAfterGru(): void {
  const classes = serialization.SerializationMap.getMap().classNameMap;
  if (resetAfterGru in classes) return;
  const [base] = classes["GRUCell"] ?? [];
  const Cell = cellFrom(base as unknown as Constructor<GruCell>);
  serialization.registerClass(Cell as unknown as Serializable);
  serialization.registerClass(layerOf(Cell));
}

type Serializable = serialization.SerializableConstructor<serialization.Serializable>;

function layerOf(Cell: Constructor<GruCell>): typeof RNN {
  class ResetAfterGru extends RNN {
    static override className: string = resetAfterGru;

    constructor(config: GRULayerArgs) {
      super({ ...config, cell: new Cell(config) as unknown as layers.RNNCell });
    }

    override call(inputs: Tensor | Tensor[], kwargs: object): Tensor | Tensor[] {
      const cell = this.cell as unknown as GruCell;
      dispose([cell.dropoutMask ?? [], cell.recurrentDropoutMask ?? []]);
      cell.dropoutMask = null;
      cell.recurrentDropoutMask = null;
      return super.call(inputs, kwargs);
    }

    static override fromConfig<T extends serialization.Serializable>(
      Class: serialization.SerializableConstructor<T>,
      config: serialization.ConfigDict,
    ): T {
      return new Class(config);
    }
  }
  return ResetAfterGru as unknown as typeof RNN;
}

function cellFrom(Base: Constructor<GruCell>): Constructor<GruCell> {
  class ResetAfterGruCell extends Base {
    static className: string = resetAfterCell;

    override build(inputShape: number[]): void {
      // The base would make a bias of its own shape.
      const { useBias } = this;
      this.useBias = false;
      super.build(inputShape);
      this.useBias = useBias;
      if (!useBias) return;
      this.bias = this.addWeight(
        "bias",
        [2, this.units * 3],
        "float32",
        this.biasInitializer,
        this.biasRegularizer,
        true,
        this.biasConstraint,
      );
    }

    override call(inputs: Tensor | Tensor[], { training = false }: { training?: boolean }): Tensor[] {
      return tidy(() => {
        const [x, state] = inputs as [Tensor2D, Tensor2D];
        const h = this.masked(state, "recurrentDropoutMask", this.recurrentDropout, training);
        const [inputBias, stateBias] = this.bias ? (split(this.bias.read(), 2) as [Tensor, Tensor]) : [];
        const fromInput = product(
          this.masked(x, "dropoutMask", this.dropout, training),
          this.kernel,
          inputBias,
        );
        const fromState = product(h, this.recurrentKernel, stateBias);
        const [xUpdate, xReset, xNew] = split(fromInput, 3, 1) as [Tensor, Tensor, Tensor];
        const [hUpdate, hReset, hNew] = split(fromState, 3, 1) as [Tensor, Tensor, Tensor];
        const update = this.recurrentActivation.apply(add(xUpdate, hUpdate));
        const reset = this.recurrentActivation.apply(add(xReset, hReset));
        const candidate = this.activation.apply(add(xNew, mul(reset, hNew)));
        const next = add(mul(update, h), mul(sub(1, update), candidate));
        return [next, next];
      });
    }

    /** One mask for all steps of a batch, which whoever calls the layer forgets after it. */
    private masked(values: Tensor2D, which: Mask, rate: number, training: boolean): Tensor2D {
      if (!(rate > 0 && rate < 1)) return values;
      const draw = this.dropoutFunc ?? dropout;
      this[which] ??= keep(training ? draw(onesLike(values), rate).clone() : onesLike(values));
      return mul(values, this[which]);
    }
  }
  return ResetAfterGruCell;
}

function product(values: Tensor2D, kernel: LayerVariable, bias: Tensor | undefined): Tensor {
  const result = matMul(values, kernel.read() as Tensor2D);
  return bias === undefined ? result : add(result, bias);
}
