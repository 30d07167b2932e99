// The first page of whoever is signed in, and the list of their contracts. Filter and page stand
// in the address, so that they can be kept and shared.
import { type Context, Hono } from 'hono';
import type { Person } from '../../people/person.ts';
import { homeOf } from '../../reads/home.ts';
import { contractsOfMine, type Which } from '../../reads/my-contracts.ts';
import { frameOf } from '../context/frame.tsx';
import { type SignedInEnv, type Site, signedIn } from '../context/site.ts';
import { moneyOf } from '../money/money-of.ts';
import { renderPage } from '../parts/page.tsx';
import { ContractListPage } from './contract-list-page.tsx';
import { type ListShown, showOf } from './contract-table.tsx';
import { HomePage } from './home-page.tsx';

const onHome = 8;
const onPage = 25;

/** Trades of theirs or cases of others: mediators without contracts have a home too. */
export async function answerHome(site: Site, c: Context): Promise<Response> {
  const person: Person = c.get('person');
  const now = site.clock.now();
  const [home, list] = await Promise.all([
    homeOf(site.desk, person, now),
    listOf(site, c, person, onHome),
  ]);
  const money = await moneyOf(site, person, home);
  const frame = await frameOf(site, c, 'home');
  const everything = c.req.query('ahead') === 'all';
  return c.html(renderPage(<HomePage {...{ frame, person, home, money, list, everything }} />));
}

export function contractListRoutes(site: Site): Hono<SignedInEnv> {
  return new Hono<SignedInEnv>().get('/', signedIn, async (c) => {
    const person = c.get('person');
    const list = await listOf(site, c, person, onPage);
    const frame = await frameOf(site, c, 'contracts');
    return c.html(renderPage(<ContractListPage {...{ frame, person, list }} />));
  });
}

async function listOf(site: Site, c: Context, person: Person, limit: number): Promise<ListShown> {
  const show = showOf(c.req.query('show'));
  const cursor = c.req.query('after');
  const which: Which = show === 'ended' ? 'over' : show;
  const asked = { which, limit };
  const now = site.clock.now();
  const at = cursor === undefined ? asked : { ...asked, cursor };
  // A cursor that is none of ours begins at the beginning: the address was cut somewhere.
  const page =
    (await contractsOfMine(site.desk, person, at, now)) ??
    (await contractsOfMine(site.desk, person, asked, now));
  return { show, later: cursor !== undefined, cards: page?.cards ?? [], next: page?.next ?? null };
}
