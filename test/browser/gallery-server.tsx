// A tiny server for the gallery: the parts, the welcome shell and an offer's form, behind the
// same headers and assets as the real one. No database, no people.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { type Assets, buildAssets } from '../../src/web/assets.ts';
import { Gallery } from '../../src/web/gallery.tsx';
import { Button } from '../../src/web/parts/button.tsx';
import { Composer } from '../../src/web/parts/form/composer.tsx';
import { Field, Post } from '../../src/web/parts/form/field.tsx';
import {
  applyRowAction,
  filledRows,
  type MilestoneRow,
  readRows,
} from '../../src/web/parts/form/milestone-rows.ts';
import type { Frame } from '../../src/web/parts/frame.ts';
import { Head } from '../../src/web/parts/head.tsx';
import { Split, Stack } from '../../src/web/parts/layout.tsx';
import { GuestShell, Page, renderPage } from '../../src/web/parts/page.tsx';
import { Panel } from '../../src/web/parts/panel.tsx';
import { secured } from '../../src/web/security.ts';
import { type Theme, themeOf, themeRoutes } from '../../src/web/theme.ts';

export type GalleryServer = { readonly origin: string; readonly close: () => Promise<void> };

const ROWS: readonly MilestoneRow[] = [
  { id: '', title: 'Wireframes', amount: '600.00', due: '' },
  { id: '', title: 'Logo', amount: '400.00', due: '' },
];

export async function serveGallery(port = 0): Promise<GalleryServer> {
  const app = galleryApp(await buildAssets());
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (address) => {
      resolve({
        origin: `http://127.0.0.1:${address.port}`,
        close: () => new Promise((closed) => server.close(() => closed())),
      });
    });
  });
}

function galleryApp(assets: Assets): Hono {
  const frame = (theme: Theme, dir: string | undefined) =>
    frameFor(assets, theme, dir === 'rtl' ? 'rtl' : undefined);
  return new Hono()
    .use(secured(false))
    .get('/assets/*', (c) => {
      const served = assets.serve(c.req.path, c.req.header('accept-encoding'));
      return served ?? c.notFound();
    })
    .route('/', themeRoutes(false))
    .get('/parts', (c) => {
      const page = <Gallery frame={frame(themeOf(c), c.req.query('dir'))} />;
      return c.html(renderPage(page));
    })
    .get('/welcome', (c) => c.html(renderPage(welcome(frame(themeOf(c), undefined)))))
    .get('/offer', (c) => c.html(renderPage(offer(frame(themeOf(c), undefined), ROWS))))
    .post('/offer', async (c) => {
      const form = await c.req.formData();
      const rows = readRows(form);
      const changed = applyRowAction(rows, String(form.get('do') ?? ''));
      const sent = changed === undefined ? filledRows(rows) : undefined;
      return c.html(renderPage(offer(frame(themeOf(c), undefined), changed ?? rows, sent)), 422);
    });
}

function frameFor(assets: Assets, theme: Theme, dir: 'rtl' | undefined): Frame {
  return {
    assets,
    theme,
    dir,
    reader: { now: Temporal.Instant.from('2026-11-24T15:20:00Z'), zone: 'Europe/Berlin' },
    path: '/parts',
    home: '/parts',
    nav: [
      { href: '/parts', label: 'Home', icon: 'home', current: true, needs: 3 },
      { href: '/welcome', label: 'Contracts', icon: 'paper' },
      { href: '/offer', label: 'Offer', icon: 'plus' },
      { href: '/parts#sums', label: 'Money', icon: 'coin' },
    ],
    me: { name: 'Ada', initials: 'AL', href: '/parts#me', signOut: '/sign-out' },
    server: { version: '0.1', runBy: 'Harbour Co-operative' },
    links: [
      { href: '/parts#help', label: 'Help' },
      { href: '/parts#rules', label: 'Rules in force: standard 2026-2' },
    ],
    evaluation: {
      href: '/parts#operate',
      clock: (
        <>
          Clock: Tue 24 Nov, 15:20 UTC · <a href="/parts#clock">Move it</a>
        </>
      ),
    },
  };
}

function welcome(frame: Frame) {
  return (
    <GuestShell
      frame={{ ...frame, me: undefined }}
      title="Welcome"
      signIn={{ href: '#sign-in', label: 'Sign in' }}
    >
      <Split
        asideLabel="Sign in"
        aside={
          <Panel id="sign-in" title="Sign in" strong>
            <Post action="/sign-in">
              <Field name="email" label="E-mail" type="email" autocomplete="username" />
              <Field name="password" label="Password" type="password" />
              <div class="above-5">
                <Stack gap="tight">
                  <Button look="primary" wide>
                    Sign in
                  </Button>
                </Stack>
              </div>
            </Post>
          </Panel>
        }
      >
        <h1 class="state">Freelance contracts that end well.</h1>
        <p class="lead">
          Before you end, release, refund or dispute anything, both sides see exactly what it does
          to the money, the deadlines and the score. Then exactly that happens.
        </p>
      </Split>
    </GuestShell>
  );
}

function offer(frame: Frame, rows: readonly MilestoneRow[], sent?: readonly MilestoneRow[]) {
  return (
    <Page frame={frame} title="Make an offer" scripts={['composer']}>
      <Head title="Annual report" state="You offer Ada Lindqvist two milestones." />
      {sent && <p id="sent">{sent.map((row) => row.title).join(', ')}</p>}
      <Post action="/offer">
        <Composer rows={rows} currency="USD" digits={2} total="$1,000.00" />
        <Button look="primary">Look at the offer</Button>
      </Post>
    </Page>
  );
}
