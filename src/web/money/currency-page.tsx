// Somebody's money in one currency: the sums, what can be done with it, what is on its way, the
// payment methods, and the statement of a month.
import type { Party } from '../../domain/people.ts';
import type { Person } from '../../people/person.ts';
import type { Statement } from '../../reads/statement.ts';
import { formatAmount, isZeroAmount } from '../../words/money.ts';
import { momentText } from '../../words/time.ts';
import { ButtonLink, DisabledButton } from '../parts/button.tsx';
import type { Frame } from '../parts/frame.ts';
import { Head, Tabs } from '../parts/head.tsx';
import { Row, Section, Split, Stack } from '../parts/layout.tsx';
import { Toast } from '../parts/messages.tsx';
import { Page } from '../parts/page.tsx';
import { Methods } from './methods.tsx';
import type { MoneyHere } from './money-of.ts';
import { availableIn, BothSides } from './money-page.tsx';
import { isPresent, monthText } from './months.ts';
import { StatementTable } from './statement-table.tsx';

export type CurrencyPageProps = {
  readonly frame: Frame;
  readonly person: Person;
  readonly here: MoneyHere;
  readonly party: Party;
  readonly month: Temporal.PlainYearMonth;
  readonly statement: Statement;
  /** What has just been done, in a sentence. */
  readonly said?: string | undefined;
};

export function CurrencyPage(props: CurrencyPageProps) {
  const { frame, person, here, said } = props;
  return (
    <Page frame={frame} title={`Money in ${here.currency}`}>
      <Head
        crumbs={[{ href: '/money', label: 'Money' }]}
        title={here.currency}
        state={stateOf(here)}
      />
      {said && (
        <div class="above-5">
          <Toast>{said}</Toast>
        </div>
      )}
      <Split
        asideLabel="Balance"
        aside={
          <>
            <Section id="balance" title="Balance" flush>
              <BothSides here={here} person={person} reader={frame.reader} />
            </Section>
            <Section id="do" title="What you can do" flush>
              <Actions {...props} />
            </Section>
          </>
        }
        more={
          <>
            <OnItsWay {...props} />
            <Methods here={here} person={person} />
          </>
        }
      >
        <MonthOf {...props} />
      </Split>
    </Page>
  );
}

function stateOf(here: MoneyHere): string {
  const { currency, wallet, asClient, asFreelancer } = here;
  const { pending } = wallet.balances.freelancer;
  const more = [
    ...(isZeroAmount(pending) ? [] : [`${formatAmount(pending, currency)} is clearing`]),
    ...[asClient, asFreelancer].flatMap((held) =>
      held === undefined || isZeroAmount(held.escrow)
        ? []
        : [`${formatAmount(held.escrow, currency)} is held in contracts`],
    ),
  ];
  const tail = more.length === 0 ? '' : `; ${more.join(' and ')}`;
  return `You have ${availableIn(here)} available${tail}.`;
}

function Actions({ here, person }: CurrencyPageProps) {
  const { currency, wallet } = here;
  const { client, freelancer } = wallet.balances;
  const path = `/money/${currency}`;
  const nothing = isZeroAmount(client.available) && isZeroAmount(freelancer.available);
  return (
    <Stack gap="close">
      {person.roles.includes('client') && (
        <div>
          <ButtonLink href={`${path}/deposit`}>Add money…</ButtonLink>
        </div>
      )}
      <div>
        {nothing ? (
          <Row>
            <DisabledButton id="why-not" why="Nothing is available to withdraw.">
              Withdraw…
            </DisabledButton>
          </Row>
        ) : (
          <ButtonLink href={`${path}/withdraw`}>Withdraw…</ButtonLink>
        )}
      </div>
    </Stack>
  );
}

function MonthOf({ frame, person, here, party, month, statement }: CurrencyPageProps) {
  const { reader } = frame;
  const href = (to: Temporal.PlainYearMonth, as: Party = party) =>
    `/money/${here.currency}?month=${to}&as=${as}#statement`;
  const csv = `/money/${here.currency}/statement.csv?month=${month}&as=${party}`;
  const sides = (['freelancer', 'client'] as const).filter((one) => person.roles.includes(one));
  return (
    <Section
      id="statement"
      title={`Statement of ${monthText(month)}`}
      note={<a href={csv}>Take it along as CSV</a>}
      flush
    >
      {sides.length > 1 && (
        <Tabs
          label="Which side"
          tabs={sides.map((side) => ({
            href: href(month, side),
            label: side === 'client' ? 'As a client' : 'As a freelancer',
            current: side === party,
          }))}
        />
      )}
      <StatementTable statement={statement} reader={reader} />
      <div class="above-4">
        <Row>
          <ButtonLink href={href(month.subtract({ months: 1 }))}>
            {monthText(month.subtract({ months: 1 }))}
          </ButtonLink>
          {!isPresent(month, reader.now) && (
            <ButtonLink href={href(month.add({ months: 1 }))}>
              {monthText(month.add({ months: 1 }))}
            </ButtonLink>
          )}
        </Row>
      </div>
    </Section>
  );
}

function OnItsWay({ frame, here }: CurrencyPageProps) {
  const { zone, now } = frame.reader;
  const { deposits, payouts, methods } = here.wallet;
  const label = (id: string) => methods.find((method) => method.id === id)?.label ?? id;
  const waiting = [
    ...deposits
      .filter(({ status }) => status === 'waiting')
      .map((one) => ({ ...one, words: 'from' })),
    ...payouts.filter(({ status }) => status === 'waiting').map((one) => ({ ...one, words: 'to' })),
  ];
  if (waiting.length === 0) return null;
  return (
    <Section id="on-its-way" title="On its way">
      <ul class="list-links">
        {waiting.map(({ id, amount, method, requested, words }) => (
          <li key={id}>
            {formatAmount(amount, here.currency)} {words} {label(method)}
            <small>
              Asked for on {momentText(Temporal.Instant.from(requested), zone, now)}. The payment
              provider has not answered yet.
            </small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
