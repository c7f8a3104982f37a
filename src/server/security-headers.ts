import type { RequestListener } from 'node:http';

/**
 * What a browser is told with every answer, whoever gives it: to take it for what it says it is, to load nothing for it,
 * to show it in no frame. A page says for itself what it may load.
 */
const headers = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
} as const;

/** What a browser is told of a page besides: to say nothing of where it was, to lend its window and devices to nobody. */
export const pageHeaders = {
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/** Puts these headers on whatever the handler answers; it may say otherwise of each. */
export function withSecurityHeaders(handler: RequestListener): RequestListener {
  const entries = Object.entries(headers);
  return (request, response) => {
    for (const [name, value] of entries) response.setHeader(name, value);
    handler(request, response);
  };
}
