import { expect, test } from "vitest";
import { proxyOf } from "../src/loading/proxyOf.node.ts";

const proxy = "http://p.test:3128";
const title = (url: string, env: NodeJS.ProcessEnv) => proxyOf(new URL(url), env)?.title;

test.each<[NodeJS.ProcessEnv, string, string | undefined]>([
  [{}, "http://a.test/", undefined],
  [{ HTTP_PROXY: proxy }, "http://a.test/", `${proxy} (HTTP_PROXY)`],
  [{ http_proxy: proxy }, "http://a.test/", `${proxy} (http_proxy)`],
  [{ HTTP_PROXY: proxy }, "https://a.test/", undefined],
  [{ HTTPS_PROXY: proxy }, "http://a.test/", undefined],
  [{ HTTPS_PROXY: proxy }, "https://a.test/", `${proxy} (HTTPS_PROXY)`],
  [{ https_proxy: proxy, HTTPS_PROXY: "http://other.test" }, "https://a.test/", `${proxy} (https_proxy)`],
  [{ ALL_PROXY: proxy }, "https://a.test/", `${proxy} (ALL_PROXY)`],
  [{ all_proxy: proxy, HTTP_PROXY: "http://other.test" }, "http://a.test/", "http://other.test (HTTP_PROXY)"],
  [{ http_proxy: "", HTTP_PROXY: proxy }, "http://a.test/", undefined],
  [{ HTTP_PROXY: " p.test:3128 " }, "http://a.test/", `${proxy} (HTTP_PROXY)`],
  [{ HTTP_PROXY: "https://p.test" }, "http://a.test/", "https://p.test (HTTP_PROXY)"],
  [{ HTTP_PROXY: "http://me:secret@p.test:3128" }, "http://a.test/", `${proxy} (HTTP_PROXY)`],
  // A stranger's header, when a web server runs this as a CGI program.
  [{ HTTP_PROXY: proxy, REQUEST_METHOD: "GET" }, "http://a.test/", undefined],
  [{ http_proxy: proxy, REQUEST_METHOD: "GET" }, "http://a.test/", `${proxy} (http_proxy)`],
])("proxyOf with %j for %s is %j", (env, url, expected) => {
  expect(title(url, env)).toBe(expected);
});

test.each([
  ["*", "http://a.test/", true],
  ["a.test", "http://a.test/", true],
  ["A.Test", "http://a.test/", true],
  ["a.test", "http://www.a.test/", true],
  ["a.test", "http://aa.test/", false],
  [".a.test", "http://www.a.test/", true],
  [".a.test", "http://a.test/", true],
  ["*.a.test", "http://www.a.test/", true],
  ["test", "http://a.test/", true],
  ["est", "http://a.test/", false],
  ["b.test, a.test", "http://a.test/", true],
  ["b.test a.test", "http://a.test/", true],
  ["b.test,,", "http://a.test/", false],
  ["a.test:8080", "http://a.test:8080/", true],
  ["a.test:8080", "http://a.test/", false],
  ["a.test:80", "http://a.test/", true],
  ["a.test:443", "https://a.test/", true],
  [".a.test:8080", "http://www.a.test:8080/", true],
  ["10.1.2.3", "http://10.1.2.3/", true],
  ["10.1.2.3", "http://110.1.2.3/", false],
  ["2.3", "http://10.1.2.3/", false],
  ["10.0.0.0/8", "http://10.1.2.3/", true],
  ["10.0.0.0/8", "http://11.1.2.3/", false],
  ["10.0.0.0/99", "http://10.1.2.3/", false],
  ["10.0.0.0/8", "http://a.test/", false],
  ["fd00::1", "http://[fd00::1]/", true],
  ["[fd00::1]", "http://[fd00::1]/", true],
  ["[fd00::1]:8080", "http://[fd00::1]:8080/", true],
  ["[fd00::1]:8080", "http://[fd00::1]/", false],
  ["fd00::/8", "http://[fd12::3]/", true],
  ["fd00::/8", "http://[fe80::3]/", false],
  ["", "http://localhost:8080/", true],
  ["", "http://app.localhost/", true],
  ["", "http://127.0.0.2/", true],
  ["", "http://[::1]/", true],
  ["", "http://localhost.test/", false],
  ["", "http://127.test/", false],
])("proxyOf with NO_PROXY=%s asks for %s directly: %s", (exceptions, url, direct) => {
  for (const name of ["NO_PROXY", "no_proxy"]) {
    const env = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, [name]: exceptions };
    expect(title(url, env) === undefined).toBe(direct);
  }
});

test.each([
  ["socks5://p.test:1080", "HTTPS_PROXY names the protocol socks5:"],
  ["http://", "HTTPS_PROXY names no address"],
])("proxyOf refuses the proxy %s, which it does not speak to", (value, words) => {
  expect(() => title("https://a.test/", { HTTPS_PROXY: value })).toThrow(words);
  expect(() => title("https://a.test/", { HTTPS_PROXY: value })).toThrow(TypeError);
});
