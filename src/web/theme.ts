// Light, dark or as the system: a cookie, set by a plain form in the foot of every page, so that
// the first byte of the next page is already right. Never asks a script.
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

export type Theme = 'system' | 'light' | 'dark';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const YEAR = 365 * 24 * 60 * 60;

export function themeOf(context: Context): Theme {
  return known(getCookie(context, 'theme'));
}

/** `POST /theme` with `theme` and `back`, the path to return to. */
export function themeRoutes(https: boolean): Hono {
  return new Hono().post('/theme', async (context) => {
    const form = await context.req.parseBody();
    const options = { path: '/', maxAge: YEAR, httpOnly: true, secure: https } as const;
    setCookie(context, 'theme', known(form.theme), { ...options, sameSite: 'Lax' });
    return context.redirect(ownPath(form.back), 303);
  });
}

function known(value: unknown): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system';
}

/** A path on this server; anything that could lead elsewhere ("//host", "/\host") is the root. */
export function ownPath(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(value) ? value : '/';
}
