// All currencies of somebody, each with its sums, and the ones in which they could begin.
import type { Person } from '../../people/person.ts';
import { formatAmount } from '../../words/money.ts';
import { listed } from '../../words/scene.ts';
import { Sums } from '../parts/amount.tsx';
import { ButtonLink } from '../parts/button.tsx';
import type { Frame, Reader } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Chapter, Row } from '../parts/layout.tsx';
import { Empty } from '../parts/messages.tsx';
import { Page } from '../parts/page.tsx';
import type { MoneyHere } from './money-of.ts';
import { clientRows, freelancerRows, sumOf } from './sum-rows.ts';

export type MoneyPageProps = {
  readonly frame: Frame;
  readonly person: Person;
  readonly money: readonly MoneyHere[];
  /** Every currency on offer. */
  readonly currencies: readonly string[];
};

export function MoneyPage({ frame, person, money, currencies }: MoneyPageProps) {
  const others = currencies.filter((one) => money.every(({ currency }) => currency !== one));
  return (
    <Page frame={frame} title="Money">
      <Head title="Money" state={stateOf(money)} />
      {money.map((here) => (
        <Chapter key={here.currency} id={here.currency} title={here.currency}>
          <Currency here={here} person={person} reader={frame.reader} />
        </Chapter>
      ))}
      {money.length === 0 && (
        <Empty says="No money yet.">It comes with your first contract, or when you add some.</Empty>
      )}
      <Chapter id="others" title="Other currencies" note="Each has a balance of its own.">
        <Row>
          {others.map((currency) => (
            <ButtonLink key={currency} href={`/money/${currency}`}>
              {currency}
            </ButtonLink>
          ))}
        </Row>
      </Chapter>
    </Page>
  );
}

export function availableIn({ currency, wallet }: MoneyHere): string {
  const { client, freelancer } = wallet.balances;
  return formatAmount(sumOf(currency, [client.available, freelancer.available]), currency);
}

function stateOf(money: readonly MoneyHere[]): string {
  if (money.length === 0) return 'You have no money here yet.';
  const some = money.filter((here) => /[1-9]/.test(availableIn(here)));
  if (some.length === 0) return 'You have nothing available now.';
  return `You have ${listed(some.map(availableIn))} available.`;
}

export type BothSidesProps = {
  readonly here: MoneyHere;
  readonly person: Person;
  readonly reader: Reader;
};

function Currency({ here, person, reader }: BothSidesProps) {
  return (
    <div class="narrow">
      <BothSides here={here} person={person} reader={reader} />
      <div class="above-4">
        <ButtonLink href={`/money/${here.currency}`}>Statement and payment methods</ButtonLink>
      </div>
    </div>
  );
}

export function BothSides({ here, person, reader }: BothSidesProps) {
  const client = person.roles.includes('client');
  const freelancer = person.roles.includes('freelancer');
  const both = client && freelancer;
  return (
    <>
      {freelancer && (
        <>
          {both && <h3>As a freelancer</h3>}
          <Sums caption={`As a freelancer, ${here.currency}`} rows={freelancerRows(here, reader)} />
        </>
      )}
      {client && (
        <>
          {both && <h3 class="above-4">As a client</h3>}
          <Sums caption={`As a client, ${here.currency}`} rows={clientRows(here)} />
        </>
      )}
    </>
  );
}
