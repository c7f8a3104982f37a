import type { RequestListener } from 'node:http';

/**
 * What a browser is told with every answer, whoever gives it: to take it for what it says it is, to show it in no frame,
 * to say nothing of where it was to others. A page says itself what it may load; everything else may load nothing.
 */
const headers = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
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
