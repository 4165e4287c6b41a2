/** Nothing that asks the network on its own account; tests run as root in containers, where the sandbox cannot. */
export const chromiumArgs: readonly string[] = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Machines of other names, which browsers trust less than 127.0.0.1.
  "--host-resolver-rules=MAP *.test 127.0.0.1",
];
