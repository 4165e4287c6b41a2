import { NextResponse } from "next/server";

export const config = { matcher: "/strict" };

/** The strictest policy that a page of Next starts under: the scripts that it writes into the page need a nonce. */
export function proxy(request) {
  const nonce = crypto.randomUUID();
  const policy = `default-src 'self'; script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'; worker-src 'self' blob:`;
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}
