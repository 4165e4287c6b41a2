/** As much of tfjs-node's backend as this package touches. */
export interface TensorFlowBackend {
  readonly binding: TensorFlowBinding;
  readonly isUsingGpuDevice: boolean;
  readonly tensorMap: { get(dataId: object): TensorEntry };
  /** Hands values over to TensorFlow where that has not happened yet. */
  getInputTensorIds(tensors: readonly { readonly dataId: object }[]): number[];
}

/** What tfjs-node knows of the values of a tensor. */
export interface TensorEntry {
  /** TensorFlow's own tensor. */
  id: number;
  readonly refCount: number;
}

/** The native addon. */
export interface TensorFlowBinding {
  readonly TF_Version: string;
  readonly TF_FLOAT: number;
  readonly TF_ATTR_TYPE: number;
  readonly TF_ATTR_SHAPE: number;
  readonly TF_ATTR_STRING: number;
  readonly TF_ATTR_BOOL: number;
  executeOp(
    name: string,
    attributes: readonly { readonly name: string; readonly type: number; readonly value: unknown }[],
    inputs: readonly number[],
    outputs: number,
  ): { readonly id: number }[];
  deleteTensor(id: number): void;
}
