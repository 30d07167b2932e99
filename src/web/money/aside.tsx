// Money beside the first page: what is available now in large, and under it what adds up.
import type { Person } from '../../people/person.ts';
import { isZeroAmount } from '../../words/money.ts';
import { Figure } from '../parts/amount.tsx';
import { ButtonLink } from '../parts/button.tsx';
import { Row, Section } from '../parts/layout.tsx';
import { Note } from '../parts/panel.tsx';
import type { MoneyHere } from './money-of.ts';
import { BothSides } from './money-page.tsx';

export type MoneyAsideProps = { readonly money: readonly MoneyHere[]; readonly person: Person };

export function MoneyAside({ money, person }: MoneyAsideProps) {
  const [main] = money;
  if (main === undefined) return <NoMoney person={person} />;
  return (
    <>
      {money.map((here) => (
        <Section key={here.currency} id={`money-${here.currency}`} title={titleOf(here)} flush>
          {here === main && <MainFigure here={here} person={person} />}
          <BothSides here={here} person={person} />
          <Note>
            <a href={`/money/${here.currency}`}>{here.currency}: balance and statement</a>
          </Note>
        </Section>
      ))}
    </>
  );
}

function titleOf({ currency }: MoneyHere): string {
  return `Your money in ${currency}`;
}

function MainFigure({ here, person }: { here: MoneyHere; person: Person }) {
  const isFreelancer = person.roles.includes('freelancer');
  const { client, freelancer } = here.wallet.balances;
  const available = isFreelancer ? freelancer.available : client.available;
  const path = `/money/${here.currency}`;
  return (
    <>
      <Figure label="Available now" amount={available} currency={here.currency} />
      <div class="above-3 below-4">
        <Row>
          {isFreelancer && !isZeroAmount(available) && (
            <ButtonLink href={`${path}/withdraw`}>Withdraw…</ButtonLink>
          )}
          {!isFreelancer && <ButtonLink href={`${path}/deposit`}>Add money…</ButtonLink>}
        </Row>
      </div>
    </>
  );
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
