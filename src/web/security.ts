// The headers that every answer carries. Scripts, styles, fonts and pictures come from this
// server only; nothing inline, no frames, and scripts may not turn text into markup except
// through the page's one Trusted Types policy (enhance/trusted-types.ts).
import type { MiddlewareHandler } from 'hono';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** `https` adds the promise to be reachable only encrypted, for a year. */
export function securityHeaders(https: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    // Not no-referrer: browsers would then post forms with `Origin: null`, and we check it.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/** Sets the headers on every answer, errors too, and keeps pages out of every cache. */
export function secured(https: boolean): MiddlewareHandler {
  const headers = Object.entries(securityHeaders(https));
  return async (context, next) => {
    await next();
    for (const [name, value] of headers) {
      // A file has a stricter policy of its own.
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
    if (!context.res.headers.has('cache-control')) {
      context.res.headers.set('cache-control', 'no-store');
    }
  };
}
