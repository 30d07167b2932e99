// The table of somebody's contracts, with its filters and the way to the next page. The address
// says what is shown.
import type { Person } from '../../people/person.ts';
import type { ContractCard } from '../../reads/my-contracts.ts';
import { formatAmount } from '../../words/money.ts';
import { priceOf, standingOf } from '../../words/needs.ts';
import { shortDayText } from '../../words/time.ts';
import { ButtonLink } from '../parts/button.tsx';
import type { Reader } from '../parts/frame.ts';
import { Tabs } from '../parts/head.tsx';
import { Row } from '../parts/layout.tsx';
import { Empty } from '../parts/messages.tsx';
import { Status } from '../parts/plan.tsx';
import { Table, type TableRow } from '../parts/table.tsx';

export type Show = 'active' | 'offers' | 'ended' | 'all';

const shows: readonly { readonly show: Show; readonly label: string }[] = [
  { show: 'active', label: 'Active' },
  { show: 'offers', label: 'Offers' },
  { show: 'ended', label: 'Ended' },
  { show: 'all', label: 'All' },
];

export function showOf(text: string | undefined): Show {
  return shows.find(({ show }) => show === text)?.show ?? 'active';
}

export type ListShown = {
  readonly show: Show;
  /** Not the first page. */
  readonly later: boolean;
  readonly cards: readonly ContractCard[];
  readonly next: string | null;
};

export type ContractTableProps = {
  readonly list: ListShown;
  readonly reader: Reader;
  readonly person: Person;
  /** The page it stands on: "/" or "/contracts". */
  readonly path: string;
  /** Where the reader comes back to after choosing a filter. */
  readonly anchor: string;
};

export function ContractTable({ list, reader, person, path, anchor }: ContractTableProps) {
  const href = (show: Show, after?: string | null) =>
    `${path}?show=${show}${after ? `&after=${encodeURIComponent(after)}` : ''}#${anchor}`;
  const tabs = shows.map(({ show, label }) => ({
    href: href(show),
    label,
    current: show === list.show,
  }));
  return (
    <>
      <Tabs label="Which contracts" tabs={tabs} />
      {list.cards.length === 0 ? (
        <NoContracts show={list.show} person={person} />
      ) : (
        <Table
          columns={[
            { label: 'Contract' },
            { label: 'Where it stands' },
            { label: 'Last change', fold: 'drop' },
            { label: list.show === 'offers' ? 'Price' : 'Held', num: true },
          ]}
          rows={list.cards.map((card) => rowOf(card, list.show, reader))}
        />
      )}
      <Pages list={list} href={href} />
    </>
  );
}

function rowOf({ party, view, parties }: ContractCard, show: Show, reader: Reader): TableRow {
  const other = parties[party === 'client' ? 'freelancer' : 'client'];
  const { shape, text } = standingOf(view, party);
  const held = formatAmount(view.money.escrow, view.terms.currency);
  return {
    key: view.id,
    cells: [
      <span key="title">
        <a href={`/contracts/${view.id}`}>
          <bdi>{view.terms.title}</bdi>
        </a>
        <small>
          <bdi>{other.name}</bdi>
        </small>
      </span>,
      <Status key="status" shape={shape}>
        {text}
      </Status>,
      <time key="at" datetime={view.latest} class="muted">
        {shortDayText(Temporal.Instant.from(view.latest), reader.zone, reader.now)}
      </time>,
      <bdi key="held">{show === 'offers' ? priceOf(view) : held}</bdi>,
    ],
  };
}

type PagesProps = {
  readonly list: ListShown;
  readonly href: (show: Show, after?: string | null) => string;
};

function Pages({ list, href }: PagesProps) {
  if (!list.later && list.next === null) return null;
  return (
    <div class="above-4">
      <Row>
        {list.later && <ButtonLink href={href(list.show)}>Back to the first ones</ButtonLink>}
        {list.next !== null && (
          <ButtonLink href={href(list.show, list.next)}>Earlier ones</ButtonLink>
        )}
      </Row>
    </div>
  );
}

const empty: Readonly<Record<Show, string>> = {
  active: 'No contract is active.',
  offers: 'No offer waits for an answer.',
  ended: 'No contract has ended yet.',
  all: 'No contracts yet. One begins with an offer.',
};

function NoContracts({ show, person }: { show: Show; person: Person }) {
  return (
    <Empty says={empty[show]}>
      {person.roles.includes('client') ? (
        <a href="/offers/new">Make an offer</a>
      ) : (
        <>Clients find you by {person.email}: give them this address.</>
      )}
    </Empty>
  );
}
