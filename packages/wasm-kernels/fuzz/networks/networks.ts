import type { FuzzKind } from "../FuzzKind.ts";
import { makeNetwork } from "./makeNetwork.ts";
import type { LayerCase, NetworkCase } from "./NetworkCase.ts";
import { runNetwork } from "./runNetwork.ts";
import { smallerNetworks } from "./smallerNetworks.ts";

/** Networks of tfjs-layers, trained, evaluated and asked for predictions. */
export const networks: FuzzKind<NetworkCase> = {
  make: makeNetwork,
  run: runNetwork,
  smaller: smallerNetworks,
  describe: describeNetwork,
  // Several steps of an optimizer carry the rounding on.
  tolerance: 1e-3,
};

function describeNetwork({ layers, steps, ...rest }: NetworkCase): string[] {
  return [
    JSON.stringify(rest),
    ...layers.flatMap(describeLayer),
    ...steps.map((step) => JSON.stringify(step)),
  ];
}

function describeLayer(layer: LayerCase): string[] {
  if (!("layers" in layer)) return [`${layer.name} ${JSON.stringify(layer.settings)}`];
  return ["nested {", ...layer.layers.flatMap(describeLayer).map((line) => `  ${line}`), "}"];
}
