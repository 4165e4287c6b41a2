import type { GraphBuilder } from "./GraphBuilder.ts";
import type { OnnxNode } from "./OnnxNode.ts";
import type { Value } from "./Value.ts";

/**
 * Gives the outputs of a graph the names that the model has for them.
 *
 * @returns the nodes, with the tensors renamed or, where one is an input or two outputs at once, copied; and the names as they are now
 */
export function nameOutputs(
  graph: GraphBuilder,
  inputs: readonly Value[],
  outputs: readonly Value[],
  wanted: readonly string[],
): { readonly nodes: readonly OnnxNode[]; readonly names: readonly string[] } {
  const taken = new Set(inputs.map(({ name }) => name));
  const renamed = new Map<string, string>();
  const copies: OnnxNode[] = [];
  const names = outputs.map(({ name }, index) => {
    const free = graph.unique(wanted[index] ?? "output");
    if (taken.has(name)) {
      copies.push({ name: free, operator: "Identity", inputs: [name], outputs: [free], attributes: {} });
    } else {
      taken.add(name);
      renamed.set(name, free);
    }
    return free;
  });
  const rename = (name: string): string => renamed.get(name) ?? name;
  const nodes = [...graph.nodes, ...copies].map((node) => ({
    ...node,
    inputs: node.inputs.map(rename),
    outputs: node.outputs.map(rename),
  }));
  return { nodes, names };
}
