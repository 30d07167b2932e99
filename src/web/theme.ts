// Light, dark or as the system: a cookie, set by a plain form in the foot of every page, so that
// the first byte of the next page is already right. Never asks a script.
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { formOf } from './context/form.ts';

export type Theme = 'system' | 'light' | 'dark';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const YEAR = 365 * 24 * 60 * 60;

export function themeOf(context: Context): Theme {
  return known(getCookie(context, 'theme'));
}

/** `POST /theme` with `theme` and `back`, the path to return to. */
export function themeRoutes(https: boolean): Hono {
  return new Hono().post('/theme', async (context) => {
    const form = await formOf(context);
    const options = { path: '/', maxAge: YEAR, httpOnly: true, secure: https } as const;
    setCookie(context, 'theme', known(form.get('theme')), { ...options, sameSite: 'Lax' });
    return context.redirect(ownPath(form.get('back')), 303);
  });
}

function known(value: unknown): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system';
}

/**
 * A path on this server; anything that could lead elsewhere ("//host", "/\host"), and what no
 * header can hold, is the root.
 */
export function ownPath(value: unknown): string {
  const own = typeof value === 'string' && /^\/(?![/\\])[^\s\\\p{Cc}\p{Cs}]*$/u.test(value);
  return own ? value : '/';
}
