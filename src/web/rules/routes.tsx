// The rules in force and the help: for everybody, signed in or not.
import { Hono } from 'hono';
import { frameOf } from '../context/frame.tsx';
import type { Routes, Site, WebEnv } from '../context/site.ts';
import { renderPage } from '../parts/page.tsx';
import { HelpPage } from './help-page.tsx';
import { RulesPage } from './rules-page.tsx';

export function rulesRoutes(site: Site): Routes {
  return new Hono<WebEnv>()
    .get('/rules', async (c) => {
      const page = <RulesPage frame={await frameOf(site, c)} policy={site.policy} />;
      return c.html(renderPage(page));
    })
    .get('/help', async (c) => {
      const page = <HelpPage frame={await frameOf(site, c)} policy={site.policy} />;
      return c.html(renderPage(page));
    });
}
