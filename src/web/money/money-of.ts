// Somebody's money as pages show it: for each currency what is in the wallet, and what is held in
// contracts on either side. The currency with the most in it comes first.
import type { Person } from '../../people/person.ts';
import type { Held } from '../../reads/home.ts';
import { currenciesOf, type WalletSeen, walletSeen } from '../../reads/wallet.ts';
import { isZeroAmount } from '../../words/money.ts';
import type { Site } from '../context/site.ts';

export type MoneyHere = {
  readonly currency: string;
  readonly wallet: WalletSeen;
  /** Held in contracts where one is the client, or the freelancer. */
  readonly asClient: Held | undefined;
  readonly asFreelancer: Held | undefined;
};

export async function moneyOf(
  { desk, clock }: Site,
  { id }: Person,
  held: readonly Held[],
): Promise<readonly MoneyHere[]> {
  const known = await currenciesOf(desk, id);
  const now = clock.now();
  const all: MoneyHere[] = [];
  for (const currency of known) {
    const wallet = await walletSeen(desk, id, currency, now);
    if (wallet !== null) all.push(moneyIn(currency, wallet, held));
  }
  return all.sort((a, b) => lines(b) - lines(a));
}

export function moneyIn(currency: string, wallet: WalletSeen, held: readonly Held[]): MoneyHere {
  const of = (party: Held['party']) =>
    held.find((one) => one.currency === currency && one.party === party);
  return { currency, wallet, asClient: of('client'), asFreelancer: of('freelancer') };
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
