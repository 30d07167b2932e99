// The payment methods of a wallet: cards to pay with, bank accounts to be paid to. Only a
// verified one is used.
import type { Person } from '../../people/person.ts';
import { ButtonLink } from '../parts/button.tsx';
import { Section } from '../parts/layout.tsx';
import { Note } from '../parts/panel.tsx';
import { Status } from '../parts/plan.tsx';
import { Table } from '../parts/table.tsx';
import type { MoneyHere } from './money-of.ts';

export function Methods({ here, person }: { here: MoneyHere; person: Person }) {
  const { currency, wallet } = here;
  const path = `/money/${currency}`;
  const needs = person.roles.includes('client') ? 'a card' : 'a bank account';
  return (
    <Section id="methods" title="Payment methods">
      {wallet.methods.length === 0 ? (
        <Note>
          None for {currency} yet. You need {needs}{' '}
          {needs === 'a card' ? 'to fund milestones without a balance.' : 'to withdraw.'}
        </Note>
      ) : (
        <Table
          columns={[
            { label: 'Method' },
            { label: 'Where it stands', fold: 'wide' },
            { label: 'What you can do', num: true },
          ]}
          rows={wallet.methods.map(({ id, kind, label, verified }) => ({
            key: id,
            cells: [
              <span key="label">
                <bdi>{label}</bdi>
                <small>{kind === 'card' ? 'Card, pays in' : 'Bank account, receives'}</small>
              </span>,
              <Status key="status" shape={verified ? 'done' : 'planned'}>
                {verified ? 'Verified' : 'Not verified'}
              </Status>,
              verified ? (
                ''
              ) : (
                <a key="verify" href={`${path}/verify_payment_method?method=${id}`}>
                  Verify…
                </a>
              ),
            ],
          }))}
        />
      )}
      <div class="above-4">
        <ButtonLink href={`${path}/add_payment_method`}>Add a payment method…</ButtonLink>
      </div>
    </Section>
  );
}
