// All contracts of somebody, by what has happened last.
import type { Person } from '../../people/person.ts';
import type { Frame } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Page } from '../parts/page.tsx';
import { ContractTable, type ListShown } from './contract-table.tsx';
import { numberText } from './need-texts.ts';

export type ContractListProps = {
  readonly frame: Frame;
  readonly person: Person;
  readonly list: ListShown;
};

export function ContractListPage({ frame, person, list }: ContractListProps) {
  return (
    <Page frame={frame} title="Contracts">
      <Head title="Contracts" state={stateOf(list)} />
      <div class="above-5" id="list">
        <ContractTable
          {...{ list, person, reader: frame.reader, path: '/contracts', anchor: 'list' }}
        />
      </div>
    </Page>
  );
}

const nouns = {
  active: ['active contract', 'active contracts'],
  offers: ['open offer', 'open offers'],
  ended: ['contract that is over', 'contracts that are over'],
  all: ['contract', 'contracts'],
} as const;

function stateOf({ show, cards, next, later }: ListShown): string {
  const [one, many] = nouns[show];
  const count = cards.length;
  if (count === 0) return `You have no ${many}.`;
  if (later) return `These are ${numberText(count)} of your ${many}, further back.`;
  if (next !== null) return `These are the latest ${numberText(count)} of your ${many}.`;
  return count === 1 ? `You have one ${one}.` : `You have ${numberText(count)} ${many}.`;
}
