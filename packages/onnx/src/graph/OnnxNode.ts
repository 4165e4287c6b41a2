/**
 * An attribute of a node: a whole number, a list of them, a text, a list of texts, or a number that is none of these but a float.
 */
export type Attribute = number | readonly number[] | string | readonly string[] | { readonly float: number };

/** Attributes by their names; those that are `undefined` are left out. */
export type Attributes = Readonly<Record<string, Attribute | undefined>>;

/** An operation of the graph. */
export interface OnnxNode {
  readonly name: string;
  readonly operator: string;
  /** An empty name stands for an input that is not given. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Attributes;
}

/** A tensor that is stored in the file. */
export interface Initializer {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array | BigInt64Array;
}

/** An input or output of the graph. */
export interface Port {
  readonly name: string;
  readonly type: "float32" | "int32";
  /** A text names a length that is found out when the model runs. */
  readonly shape: readonly (number | string)[];
}

/** All that an ONNX file says. */
export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly Initializer[];
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
}
