import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer, globalAgent } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { onTestFinished, type TestContext } from "vitest";
import type { Answer } from "./startServer.ts";

/**
 * Starts a server for https that lives as long as the running test, with a certificate that nobody vouches for.
 *
 * @param name of the host, which the certificate is for
 * @returns its port, and what makes this process trust it
 */
export async function startHttps(
  context: TestContext,
  name: string,
  answer: Answer,
): Promise<{ readonly port: number; readonly trust: () => void }> {
  const folder = await temporaryFolder();
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const names = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=DNS:${name}`];
  const ask = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", ...names];
  try {
    execFileSync("openssl", [...ask, "-keyout", key, "-out", cert], { stdio: "ignore" });
  } catch {
    context.skip("no certificate can be made here: needs openssl");
  }
  const ca = await readFile(cert);
  const server = createServer({ key: await readFile(key), cert: ca }, answer);
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const own = globalAgent.options.ca;
  onTestFinished(() => {
    globalAgent.options.ca = own;
    server.closeAllConnections();
    server.close();
  });
  const trust = () => {
    globalAgent.options.ca = ca;
  };
  return { port: (server.address() as AddressInfo).port, trust };
}
