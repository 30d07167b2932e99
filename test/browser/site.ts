// The whole site for browser tests: pages on a fresh embedded database, a clock that stands still
// until it is set, and a small world made by real commands. Ben is a client with money on his
// balance and a card, Ann a freelancer, Cleo a stranger to their contracts; Mia and Max are
// mediators, Mo a moderator.
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContext } from 'playwright-core';
import { isRejection } from '../../src/domain/rejections.ts';
import { StillClock } from '../../src/engine/clock.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { createUploads } from '../../src/engine/files/uploads.ts';
import type { Engine, PlainCommand } from '../../src/engine/requests.ts';
import { readPolicy } from '../../src/main/house.ts';
import { MemoryFiles } from '../../src/outside/files/memory-files.ts';
import { SandboxProvider } from '../../src/outside/payments/sandbox.ts';
import { createPeople } from '../../src/people/people.ts';
import { createDesk } from '../../src/reads/reads.ts';
import type { Database } from '../../src/store/connection.ts';
import { earliestDue } from '../../src/store/earliest-due.ts';
import { freshEmbedded } from '../../src/store/embedded/snapshot.ts';
import { type ClockTarget, createWeb } from '../../src/web/app.tsx';
import { type Assets, buildAssets } from '../../src/web/assets.ts';

export type Handle = 'ben' | 'ann' | 'cleo' | 'mia' | 'max' | 'mo';

export type Look = {
  readonly javaScript?: boolean;
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
};

export type TestSite = {
  readonly origin: string;
  readonly clock: StillClock;
  readonly db: Database;
  readonly engine: Engine;
  readonly ids: Readonly<Record<Handle, string>>;
  /** A window in which somebody is signed in. */
  readonly windowOf: (browser: Browser, who: Handle, look?: Look) => Promise<BrowserContext>;
  /** Carries a command out as a client or a freelancer; throws when it is refused. */
  readonly does: (who: Handle, contract: string, command: PlainCommand) => Promise<number>;
  /** Sends an offer of Ben's to Ann, and answers the contract's id. */
  readonly offers: (terms?: Readonly<Record<string, unknown>>) => Promise<string>;
  /** Lets time pass, and everything that was due happen. */
  readonly passes: (span: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

const people = {
  ben: { name: 'Ben Adeyo', roles: ['client'], zone: 'America/New_York' },
  ann: { name: 'Ann Lovas', roles: ['freelancer'], zone: 'Europe/Berlin' },
  cleo: { name: 'Cleo Park', roles: ['client', 'freelancer'], zone: 'Asia/Seoul' },
  mia: { name: 'Mia Torres', roles: ['mediator'], zone: 'Europe/Lisbon' },
  max: { name: 'Max Okoro', roles: ['mediator'], zone: 'UTC' },
  mo: { name: 'Mo Lang', roles: ['moderator'], zone: 'UTC' },
} as const;

let assets: Promise<Assets> | undefined;
let pressed = 0;

export async function openSite(begins = '2026-11-24T15:20:00Z'): Promise<TestSite> {
  assets ??= buildAssets();
  const db = await freshEmbedded();
  const clock = new StillClock(Temporal.Instant.from(begins));
  const policy = readPolicy('standard');
  const secret = 'a secret for tests that nobody needs to guess';
  const origin = { url: 'http://localhost' };
  const room = createPeople(db, {
    secret,
    origin: origin.url,
    clock: () => clock.now(),
    evaluation: true,
  });
  const engine = createEngine({
    db,
    clock,
    policy,
    provider: new SandboxProvider({ clock }),
    secret,
  });
  const server = { version: '0.1.0', runBy: 'Test', origin: origin.url, evaluation: true };
  const desk = createDesk(db);
  const web = createWeb({
    engine,
    people: room,
    desk,
    clock,
    uploads: createUploads({ db, clock, files: new MemoryFiles() }),
    assets: await assets,
    policy,
    server,
    moveClock: (target) => moved(target),
  });
  const moved = async (target: ClockTarget): Promise<Temporal.Instant> => {
    const now = clock.now();
    const to =
      'next' in target
        ? ((await earliestDue(db, now)) ?? now)
        : 'to' in target
          ? target.to
          : now.toZonedDateTimeISO('UTC').add(target.by).toInstant();
    await pass(site, now.until(to).toString());
    return clock.now();
  };
  const listening = await new Promise<{ port: number; close: () => Promise<void> }>((resolve) => {
    const made = serve({ fetch: web.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ port, close: () => closed(made as Server) }),
    );
  });
  const ids = await settle(room);
  const site: TestSite = {
    origin: `http://localhost:${listening.port}`,
    clock,
    db,
    engine,
    ids,
    windowOf: async (browser, who, look = {}) => {
      const context = await browser.newContext({
        javaScriptEnabled: look.javaScript ?? true,
        colorScheme: look.scheme ?? 'light',
        viewport: { width: look.width ?? 1280, height: 900 },
      });
      const page = await context.newPage();
      await page.goto(`${site.origin}/demo/${ids[who]}`);
      await page.close();
      context.setDefaultTimeout(10_000);
      return context;
    },
    does: (who, contract, command) => carriedOut(site, who, contract, command),
    offers: async (terms = {}) => {
      const contract = engine.newContractId();
      await carriedOut(site, 'ben', contract, {
        type: 'send_offer',
        to: ids.ann,
        ...logo,
        ...terms,
      });
      return contract;
    },
    passes: (span) => pass(site, span),
    close: async () => {
      await listening.close();
      await engine.close();
      await db.close();
    },
  };
  await fill(site);
  return site;
}

/** Browsers keep their connections; the server does not wait for them. */
function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

/** A logo in two milestones, 800 dollars. */
const logo = {
  title: 'A logo for the bakery',
  kind: 'fixed',
  currency: 'USD',
  scope: 'A mark that works in one colour, and the files to print it.',
  milestones: [
    { id: 'sketches', title: 'Sketches', amount: '500.00' },
    { id: 'final', title: 'Final files', amount: '300.00' },
  ],
};

async function settle(room: ReturnType<typeof createPeople>): Promise<Record<Handle, string>> {
  const ids: Partial<Record<Handle, string>> = {};
  for (const [handle, { name, roles, zone }] of Object.entries(people)) {
    const made = await room.signUp({
      name,
      email: `${handle}@example.org`,
      password: `the password of ${handle}`,
      roles,
      timeZone: zone,
      demo: true,
    });
    if (!('person' in made)) throw new Error(`${name} could not sign up.`);
    ids[handle as Handle] = made.person.id;
  }
  return ids as Record<Handle, string>;
}

/** Ben has a card and 20,000 dollars, Ann a bank account. */
async function fill(site: TestSite): Promise<void> {
  const { engine, ids } = site;
  const give = async (who: Handle, as: 'client' | 'freelancer', command: object) => {
    const wallet = { person: ids[who], currency: 'USD' };
    const request = { wallet, command: command as never, by: { as, person: ids[who] } };
    const answer = await engine.execute({ ...request, key: `world-${++pressed}` });
    if (isRejection(answer)) throw new Error(`${who} was refused: ${answer.rejected}`);
  };
  const type = 'add_payment_method';
  await give('ben', 'client', {
    ...{ type, id: 'card', kind: 'card', label: 'Card ending 4242', token: 'card_ok' },
  });
  await give('ben', 'client', { type: 'verify_payment_method', method: 'card' });
  await give('ann', 'freelancer', {
    ...{ type, id: 'bank', kind: 'bank', label: 'Account ending 88', token: 'bank_ok' },
  });
  await give('ann', 'freelancer', { type: 'verify_payment_method', method: 'bank' });
  await give('ben', 'client', { type: 'deposit', amount: '20000.00' });
  await pass(site, 'PT3S');
}

const actsAs = {
  ben: 'client',
  ann: 'freelancer',
  cleo: 'client',
  mia: 'mediator',
  max: 'mediator',
  mo: 'moderator',
} as const;

async function carriedOut(
  { engine, ids }: TestSite,
  who: Handle,
  contract: string,
  command: PlainCommand,
): Promise<number> {
  const as = actsAs[who];
  const by = { as, person: ids[who] } as const;
  const answer = await engine.execute({ contract, command, by, key: `world-${++pressed}` });
  if (isRejection(answer)) throw new Error(`${command.type} was refused: ${answer.rejected}`);
  return answer.events[0]?.seq ?? 0;
}

async function pass({ clock, engine }: TestSite, span: string): Promise<void> {
  await engine.deliver();
  const hours = Temporal.Duration.from(span).total({
    unit: 'seconds',
    relativeTo: clock.now().toZonedDateTimeISO('UTC'),
  });
  clock.set(clock.now().add({ seconds: Math.round(hours) }));
  await engine.passTime();
  await engine.deliver();
}
