import type { ExportTarget } from "./ExportTarget.ts";
import { h5 } from "./targets/h5.ts";
import { js } from "./targets/js.ts";
import { keras } from "./targets/keras.ts";
import { onnx } from "./targets/onnx.ts";
import { safetensors } from "./targets/safetensors.ts";
import { tfjs } from "./targets/tfjs.ts";
import { web } from "./targets/web.ts";

/** All formats that a model can leave in, in the order of the help. Each imports what it needs when it is asked for. */
export const exportTargets: readonly ExportTarget[] = [web, js, keras, h5, onnx, tfjs, safetensors];
