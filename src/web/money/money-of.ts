// Somebody's money as pages show it: for each currency what is in the wallet, and what is held in
// contracts on either side. The currency with the most in it comes first.
import { digitsOf } from '../../domain/money/currencies.ts';
import type { Party } from '../../domain/people.ts';
import type { Person } from '../../people/person.ts';
import { type Home, homeOf } from '../../reads/home.ts';
import { currenciesOf, type WalletSeen, walletSeen } from '../../reads/wallet.ts';
import { isZeroAmount } from '../../words/money.ts';
import type { Site } from '../context/site.ts';

type Held = Home['held'][number];

export type MoneyHere = {
  readonly currency: string;
  readonly wallet: WalletSeen;
  /** Held in contracts where one is the client, or the freelancer. */
  readonly asClient: Held | undefined;
  readonly asFreelancer: Held | undefined;
  /** When all that clears has become available. */
  readonly clears: Temporal.Instant | undefined;
};

export async function moneyOf(
  { desk, clock }: Site,
  { id }: Person,
  home: Home,
): Promise<readonly MoneyHere[]> {
  const known = await currenciesOf(desk, id);
  const now = clock.now();
  const all: MoneyHere[] = [];
  for (const currency of known) {
    const wallet = await walletSeen(desk, id, currency, now);
    if (wallet !== null) all.push(moneyIn(currency, wallet, home, now));
  }
  return all.sort((a, b) => lines(b) - lines(a));
}

export function moneyIn(
  currency: string,
  wallet: WalletSeen,
  home: Home,
  now: Temporal.Instant,
): MoneyHere {
  const of = (party: Held['party']) =>
    home.held.find((one) => one.currency === currency && one.party === party);
  const clearing = home.ahead.filter(
    (one) => one.card.view.terms.currency === currency && isClearing(one, now),
  );
  const last = clearing.at(-1)?.next.at;
  return {
    currency,
    wallet,
    asClient: of('client'),
    asFreelancer: of('freelancer'),
    clears: last === undefined ? undefined : Temporal.Instant.from(last),
  };
}

/** Null where there is no such currency. */
export async function moneyHere(
  site: Site,
  person: Person,
  currency: string,
): Promise<MoneyHere | null> {
  if (digitsOf(currency) === undefined) return null;
  const now = site.clock.now();
  const wallet = await walletSeen(site.desk, person.id, currency, now);
  if (wallet === null) return null;
  return moneyIn(currency, wallet, await homeOf(site.desk, person, now), now);
}

/** Whose money is meant: as it was asked for, else the side that a person earns on. */
export function partyOf({ roles }: Person, asked: string | undefined): Party {
  if (asked === 'client' || asked === 'freelancer') return asked;
  return roles.includes('freelancer') ? 'freelancer' : 'client';
}

/** What is not released yet clears later than anything that is released now would. */
function isClearing({ next, card }: Home['ahead'][number], now: Temporal.Instant): boolean {
  if (next.what !== 'earnings_clear') return false;
  const span = Temporal.Duration.from(card.view.policy.clearing);
  const latest = now.toZonedDateTimeISO('UTC').add(span).toInstant();
  return Temporal.Instant.compare(next.at, latest) <= 0;
}

/** How many lines there is something to say in. */
function lines({ wallet, asClient, asFreelancer }: MoneyHere): number {
  const { client, freelancer } = wallet.balances;
  const amounts = [
    ...[client.available, client.leaving, asClient?.escrow],
    ...[freelancer.available, freelancer.pending, freelancer.leaving, asFreelancer?.escrow],
  ];
  return amounts.filter((amount) => amount !== undefined && !isZeroAmount(amount)).length;
}
