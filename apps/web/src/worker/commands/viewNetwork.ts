import { type NetworkView, networkView } from "../build/networkView.ts";
import { openedNetwork } from "../build/openedNetwork.ts";
import type { Command } from "../Command.ts";

/** Looks at the network that is open. */
export const viewNetwork: Command<undefined, NetworkView> = () => networkView(openedNetwork());
