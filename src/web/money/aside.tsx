// Money beside the first page: what is available now in large, with what adds up under it, in the
// currency in which there is most to say; the others in a line each.
import type { Person } from '../../people/person.ts';
import { formatAmount, isZeroAmount } from '../../words/money.ts';
import { Figure, type SumRow, Sums } from '../parts/amount.tsx';
import { ButtonLink } from '../parts/button.tsx';
import type { Reader } from '../parts/frame.ts';
import { Section } from '../parts/layout.tsx';
import { Note } from '../parts/panel.tsx';
import type { MoneyHere } from './money-of.ts';
import { availableIn } from './money-page.tsx';
import { besideClient, besideFreelancer, sumOf } from './sum-rows.ts';

export type MoneyAsideProps = {
  readonly money: readonly MoneyHere[];
  readonly person: Person;
  readonly reader: Reader;
};

export function MoneyAside({ money, person, reader }: MoneyAsideProps) {
  const [main, ...others] = money;
  if (main === undefined) return <NoMoney person={person} />;
  return (
    <>
      <Section id="money" title="Available now" flush>
        <Main here={main} person={person} reader={reader} />
      </Section>
      {others.length > 0 && (
        <Section id="other-money" title="In other currencies" flush>
          <Sums caption="Available in other currencies" rows={others.map(otherRow)} />
        </Section>
      )}
    </>
  );
}

type MainProps = Omit<MoneyAsideProps, 'money'> & { readonly here: MoneyHere };

function Main({ here, person, reader }: MainProps) {
  const { currency, wallet } = here;
  const { client, freelancer } = wallet.balances;
  const isClient = person.roles.includes('client');
  const isFreelancer = person.roles.includes('freelancer');
  const available = sumOf(currency, [client.available, freelancer.available]);
  const path = `/money/${currency}`;
  const rows = [
    ...(isFreelancer ? besideFreelancer(here, reader) : []),
    ...(isClient ? besideClient(here) : []),
  ];
  return (
    <>
      <Figure amount={available} currency={currency} />
      <div class="above-3 below-4">
        {isClient || isZeroAmount(available) ? (
          isClient && <ButtonLink href={`${path}/deposit`}>Add money…</ButtonLink>
        ) : (
          <ButtonLink href={`${path}/withdraw`}>Withdraw…</ButtonLink>
        )}
      </div>
      {rows.length > 0 && <Sums caption={`More of your money, ${currency}`} rows={rows} />}
      <div class="above-3">
        <Note>
          <a href={path}>Balance and statement</a>
        </Note>
      </div>
    </>
  );
}

function otherRow(here: MoneyHere): SumRow {
  const { currency, asClient, asFreelancer } = here;
  const held = sumOf(currency, [asClient?.escrow ?? '0', asFreelancer?.escrow ?? '0']);
  const note = isZeroAmount(held) ? undefined : `${formatAmount(held, currency)} held`;
  return {
    label: <a href={`/money/${currency}`}>{currency}</a>,
    text: <bdi>{availableIn(here)}</bdi>,
    note,
  };
}

function NoMoney({ person }: { person: Person }) {
  return (
    <Section id="money" title="Money" flush>
      <Note>
        {person.roles.includes('client')
          ? 'No money yet. Milestones are funded from your balance or from your card.'
          : 'No money yet. It comes with your first contract.'}{' '}
        <a href="/money">Money</a>
      </Note>
    </Section>
  );
}
