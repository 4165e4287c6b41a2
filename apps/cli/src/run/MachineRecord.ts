/** What a run was computed on, in general words: enough to judge its time. */
export interface MachineRecord {
  /** As the backend describes it, e.g. `WebAssembly with relaxed SIMD, 2 threads`. */
  readonly device: string;
  /** The model of the processor, as the system names it. */
  readonly cpu: string;
  /** The cores that this process may use. */
  readonly cores: number;
}
