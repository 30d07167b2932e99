// Whether a request that may change something comes from this very site. A browser says so, and a
// page of another site cannot make it say otherwise: by Sec-Fetch-Site, or, where that is not
// sent, by Origin. Every method but GET, HEAD and OPTIONS is asked, whatever it carries.
import type { Context, MiddlewareHandler } from 'hono';
import type { Site } from './site.ts';
import { answerTrouble, foreignForm } from './trouble.tsx';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isFromElsewhere({ server }: Site, c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin';
  const origin = c.req.header('origin');
  if (origin === server.origin) return false;
  // Somebody who tries it out comes under any name that leads to the machine.
  return !(server.evaluation && origin === new URL(c.req.url).origin);
}

/** Programs send neither header; browsers send at least one with every post. */
export function isFromProgram(c: Context): boolean {
  return c.req.header('sec-fetch-site') === undefined && c.req.header('origin') === undefined;
}

export function refuseFromElsewhere(site: Site): MiddlewareHandler {
  return async (c, next) => {
    if (harmless.has(c.req.method) || !isFromElsewhere(site, c)) return next();
    return answerTrouble(site, c, foreignForm);
  };
}
