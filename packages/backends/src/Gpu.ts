/** As much of WebGPU as drivers touch. */
export interface Gpu {
  requestAdapter(options?: {
    readonly powerPreference?: "high-performance" | "low-power";
  }): Promise<GpuAdapter | null>;
}

export interface GpuAdapter {
  readonly info: GpuAdapterInfo;
  readonly features: ReadonlySet<string>;
  readonly limits: Readonly<Record<string, number>>;
  requestDevice(descriptor: object): Promise<GpuDevice>;
}

export interface GpuAdapterInfo {
  readonly vendor: string;
  readonly architecture: string;
  readonly device: string;
  readonly description: string;
  /** Whether a CPU plays the GPU. */
  readonly isFallbackAdapter?: boolean;
}

export interface GpuDevice extends EventTarget {
  readonly limits: Readonly<Record<string, number>>;
  createBuffer(descriptor: { readonly size: number }): unknown;
  readonly lost: Promise<{ readonly reason: string; readonly message: string }>;
}
