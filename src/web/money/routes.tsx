// The routes of money: all currencies, one currency with its statement, the statement as CSV, and
// the commands of the wallet. Everybody sees only their own.
import { type Context, Hono } from 'hono';
import { homeOf } from '../../reads/home.ts';
import { statementOf } from '../../reads/statement.ts';
import { statementCsv } from '../../reads/statement-csv.ts';
import { frameOf } from '../context/frame.tsx';
import { type SignedInEnv, type Site, signedIn } from '../context/site.ts';
import { answerNotFound } from '../context/trouble.tsx';
import { renderPage } from '../parts/page.tsx';
import { CurrencyPage } from './currency-page.tsx';
import { answerLook, answerPress } from './do/commands.tsx';
import { moneyHere, moneyOf, partyOf } from './money-of.ts';
import { MoneyPage } from './money-page.tsx';
import { monthOf } from './months.ts';

export function moneyRoutes(site: Site): Hono<SignedInEnv> {
  return new Hono<SignedInEnv>()
    .use(signedIn)
    .get('/', (c) => answerMoney(site, c))
    .get('/:currency', (c) => answerCurrency(site, c))
    .get('/:currency/statement.csv', (c) => answerCsv(site, c))
    .get('/:currency/:command', (c) => answerLook(site, c))
    .post('/:currency/:command', (c) => answerPress(site, c));
}

async function answerMoney(site: Site, c: Context<SignedInEnv>): Promise<Response> {
  const person = c.get('person');
  const home = await homeOf(site.desk, person, site.clock.now());
  const money = await moneyOf(site, person, home);
  const frame = await frameOf(site, c, 'money');
  const currencies = Object.keys(site.policy.currencies);
  return c.html(renderPage(<MoneyPage {...{ frame, person, money, currencies }} />));
}

/** What the address may say has just been done; anything else says nothing. */
const sayings = new Map(
  Object.entries({
    deposit: 'Your card is being charged. The money is there as soon as the charge is confirmed.',
    withdraw: 'The money is on its way to your bank.',
    add_payment_method: 'The payment method was added. Verify it, and it can be used.',
    verify_payment_method: 'The payment method is verified and can be used.',
  }),
);

async function answerCurrency(site: Site, c: Context<SignedInEnv>): Promise<Response> {
  const person = c.get('person');
  const currency = c.req.param('currency') ?? '';
  const here = await moneyHere(site, person, currency);
  const { party, month, statement } = await statementFor(site, c, currency);
  if (here === null || statement === null) return answerNotFound(site, c);
  const frame = await frameOf(site, c, 'money');
  const said = sayings.get(c.req.query('did') ?? '');
  const page = { frame, person, here, party, month, statement, said };
  return c.html(renderPage(<CurrencyPage {...page} />));
}

async function answerCsv(site: Site, c: Context<SignedInEnv>): Promise<Response> {
  const currency = c.req.param('currency') ?? '';
  const { party, month, statement } = await statementFor(site, c, currency);
  if (statement === null) return answerNotFound(site, c);
  return c.body(statementCsv(statement, c.get('person').timeZone), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="endwell-${currency}-${month}-${party}.csv"`,
  });
}

async function statementFor(site: Site, c: Context<SignedInEnv>, currency: string) {
  const person = c.get('person');
  const now = site.clock.now();
  const party = partyOf(person, c.req.query('as'));
  const month = monthOf(c.req.query('month'), now);
  const statement = await statementOf(site.desk, person.id, currency, { party, month }, now);
  return { party, month, statement };
}
