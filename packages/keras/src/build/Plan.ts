import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { Json } from "../config/Json.ts";
import type { KerasProblem } from "../KerasError.ts";
import type { Layer } from "../Layer.ts";
import type { Call } from "./readCalls.ts";

/** Makes a layer: a file is looked through as a whole, and all that is missing told, before any is built. */
export type Create = () => Layer;

/** Makes a model, and gives its layers in the order of the file. */
export type CreateModel = () => { readonly model: LayersModel; readonly layers: readonly Layer[] };

/** What is known while a file is looked through and its model made. */
export interface Plan {
  /** What tfjs does not have. */
  readonly problems: KerasProblem[];
  /** The layers of each model in the order of the file, by which it names the weights; tfjs sorts them by its own rules. */
  readonly order: WeakMap<LayersModel, readonly Layer[]>;
  /** Set where a layer passes a mask on. */
  masks: boolean;
}

/** A layer of a file. */
export interface LayerSpec {
  readonly className: string;
  readonly config: Json;
  readonly name: string;
  /** Notes what tfjs does not have. */
  readonly missing: (what: string) => void;
  /** Plans a layer within. */
  readonly within: (spec: unknown) => Promise<PlannedLayer>;
}

/** What can be made of a layer of a file. */
export interface PlannedLayer {
  readonly className: string;
  readonly name: string;
  readonly create: Create;
  /** On what a functional model around it calls it. */
  readonly calls: readonly Call[];
}
