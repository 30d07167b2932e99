// The first page: what needs the reader, with the deadline of each and what silence leads to;
// what happens by itself; the contracts; and the money aside. Needs first, because everything
// else can wait.
import type { Person } from '../../people/person.ts';
import { type Home, type NeedAtHome, overdueSince } from '../../reads/home.ts';
import { cityOf, clockText, dayText } from '../../words/time.ts';
import { MoneyAside } from '../money/aside.tsx';
import type { MoneyHere } from '../money/money-of.ts';
import { ButtonLink } from '../parts/button.tsx';
import type { Frame, Reader } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Row, Section, Split } from '../parts/layout.tsx';
import { Needs } from '../parts/lists.tsx';
import { Empty } from '../parts/messages.tsx';
import { Page } from '../parts/page.tsx';
import { AheadTable } from './ahead-table.tsx';
import { ContractTable, type ListShown } from './contract-table.tsx';
import { hrefOfNeed } from './need-href.ts';
import { textOfNeed, waitingText } from './need-texts.ts';

export type HomeProps = {
  readonly frame: Frame;
  readonly person: Person;
  readonly home: Home;
  readonly money: readonly MoneyHere[];
  readonly list: ListShown;
  /** All that happens by itself, not only the next few. */
  readonly everything: boolean;
};

export function HomePage(props: HomeProps) {
  const { frame, person, home, money } = props;
  const { reader } = frame;
  const trades = person.roles.some((role) => role === 'client' || role === 'freelancer');
  return (
    <Page frame={frame} title="Home">
      <Head above={<Today reader={reader} />} state={stateOf(home, person, reader)} />
      {trades ? (
        <Split
          asideLabel="Money"
          aside={<MoneyAside money={money} person={person} reader={reader} />}
          more={<More {...props} />}
        >
          <NeedsYou {...props} />
        </Split>
      ) : (
        <NoTrades person={person} />
      )}
    </Page>
  );
}

function Today({ reader: { now, zone } }: { reader: Reader }) {
  const { year } = now.toZonedDateTimeISO(zone);
  const city = cityOf(zone);
  const local = `${clockText(now, zone)} ${city}`;
  const utc = city === 'UTC' ? '' : ` · ${clockText(now, 'UTC')} UTC`;
  return (
    <>
      <time datetime={now.toString()}>
        {dayText(now, zone, now)} {year}
      </time>{' '}
      · {local}
      {utc}
    </>
  );
}

function stateOf({ needs, ahead }: Home, person: Person, { now, zone }: Reader): string {
  const [first] = needs;
  if (first !== undefined) {
    const count = waitingText(needs.length);
    const one = needs.length === 1;
    if (overdueSince(first) !== null)
      return `${count}${one ? ', and it' : '; the first'} is overdue.`;
    if (first.next === null) return `${count}. Nothing is pressing.`;
    const day = dayText(Temporal.Instant.from(first.next.at), zone, now);
    return `${count}, ${one ? '' : 'the first '}by ${day}.`;
  }
  const [next] = ahead;
  if (next === undefined) return `Nothing needs you, ${person.name}.`;
  const at = Temporal.Instant.from(next.next.at);
  return `Nothing needs you. The next thing happens by itself on ${dayText(at, zone, now)}.`;
}

function NeedsYou({ frame, person, home }: HomeProps) {
  const { reader } = frame;
  if (home.needs.length === 0) {
    return (
      <Empty says="Nothing waits for you.">
        {person.roles.includes('client') ? (
          <Row>
            <ButtonLink href="/offers/new">Make an offer</ButtonLink>
          </Row>
        ) : (
          <>Clients find you by {person.email}: give them this address.</>
        )}
      </Empty>
    );
  }
  const needs = home.needs.map((need) => {
    const { title, silence, label } = textOfNeed(need, person, reader.now);
    return {
      key: `${need.card.view.id} ${need.what} ${need.subject ?? ''}`,
      title,
      at: momentOf(need),
      silence,
      href: hrefOfNeed(need),
      label,
    };
  });
  return (
    <section aria-labelledby="needs">
      <h2 id="needs" class="hidden">
        Needs you
      </h2>
      <Needs needs={needs} reader={reader} />
    </section>
  );
}

function momentOf(need: NeedAtHome): Temporal.Instant | undefined {
  const at = need.next?.at ?? overdueSince(need);
  return at === null ? undefined : Temporal.Instant.from(at);
}

function More({ frame, person, home, list, everything }: HomeProps) {
  const { reader } = frame;
  return (
    <>
      {home.ahead.length > 0 && (
        <Section
          id="ahead"
          title="What happens by itself"
          note={<a href="/deadlines">All deadlines</a>}
        >
          <AheadTable {...{ ahead: home.ahead, reader, person, everything }} />
        </Section>
      )}
      <Section
        id="contracts"
        title="Contracts"
        note={<a href="/contracts?show=all">All of them</a>}
      >
        <ContractTable {...{ list, reader, person, path: '/', anchor: 'contracts' }} />
      </Section>
    </>
  );
}

function NoTrades({ person }: { person: Person }) {
  if (person.roles.includes('mediator')) {
    return (
      <Empty says="Your cases stand on the mediator’s desk.">
        <ButtonLink href="/cases" look="primary">
          Look at the cases
        </ButtonLink>
      </Empty>
    );
  }
  return (
    <Empty says="You have no contracts of your own here.">
      <a href="/rules">The rules in force</a>
    </Empty>
  );
}
