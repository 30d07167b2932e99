// The routes of a forgotten password. What is asked for is answered alike for every address.
import { Hono } from 'hono';
import { isRefused } from '../../people/rejections.ts';
import { frameOf } from '../context/frame.tsx';
import { remoteAddress } from '../context/remote.ts';
import type { Routes, Site, WebEnv } from '../context/site.ts';
import { renderPage } from '../parts/page.tsx';
import { mistakeOf, readForm } from './forms.tsx';
import { ForgottenPage, NewPasswordPage } from './password.tsx';

export function passwordRoutes(site: Site): Routes {
  return new Hono<WebEnv>()
    .get('/forgot-password', async (c) => {
      const sent = c.req.query('said') === 'sent';
      return c.html(renderPage(<ForgottenPage frame={await frameOf(site, c)} sent={sent} />));
    })
    .post('/forgot-password', async (c) => {
      const typed = await readForm(c);
      const { email = '' } = typed;
      const refused = await site.people.forgotPassword({ email, address: remoteAddress(c) });
      if (refused === null) return c.redirect('/forgot-password?said=sent', 303);
      const mistake = mistakeOf(refused, 'UTC');
      const status = refused.rejected === 'too_many_attempts' ? 429 : 422;
      const frame = await frameOf(site, c);
      return c.html(renderPage(<ForgottenPage {...{ frame, typed, mistake }} />), status);
    })
    .get('/new-password', async (c) => {
      const token = c.req.query('token') ?? '';
      return c.html(renderPage(<NewPasswordPage frame={await frameOf(site, c)} token={token} />));
    })
    .post('/new-password', async (c) => {
      const { token = '', password = '' } = await readForm(c);
      const refused = await site.people.setPassword({ token, password });
      if (!isRefused(refused)) return c.redirect('/sign-in?said=password', 303);
      const mistake = mistakeOf(refused, 'UTC');
      const frame = await frameOf(site, c);
      return c.html(renderPage(<NewPasswordPage {...{ frame, token, mistake }} />), 422);
    });
}
