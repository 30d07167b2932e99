// What happens by itself if nobody acts, in all contracts together, soonest first: when, what,
// who can still act, and what it brings to the reader.
import type { Person } from '../../people/person.ts';
import type { Ahead } from '../../reads/home.ts';
import { formatAmount } from '../../words/money.ts';
import { actorsText, aheadText } from '../../words/needs.ts';
import { cityOf, clockText, deadlineText, momentText } from '../../words/time.ts';
import type { Reader } from '../parts/frame.ts';
import { Table, type TableRow } from '../parts/table.tsx';
import { sceneFor } from './need-texts.ts';

export type AheadTableProps = {
  readonly ahead: readonly Ahead[];
  readonly reader: Reader;
  readonly person: Person;
  readonly everything: boolean;
};

const few = 6;

export function AheadTable({ ahead, reader, person, everything }: AheadTableProps) {
  const city = cityOf(reader.zone);
  const shown = everything ? ahead : ahead.slice(0, few);
  return (
    <>
      <Table
        headless
        columns={[
          { label: city },
          ...(city === 'UTC' ? [] : [{ label: 'UTC', fold: 'drop' as const }]),
          { label: 'If nobody acts', fold: 'wide' },
          { label: 'Who can act', fold: 'drop' },
          { label: 'For you', num: true },
        ]}
        rows={shown.map((one) => rowOf(one, person, reader))}
      />
      {ahead.length > shown.length && (
        <p class="note above-3">
          <a href="/?ahead=all#ahead">
            And {ahead.length - shown.length} later: show everything that happens by itself
          </a>
        </p>
      )}
    </>
  );
}

function rowOf({ card, next, comes }: Ahead, person: Person, reader: Reader): TableRow {
  const { zone, now } = reader;
  const at = Temporal.Instant.from(next.at);
  const scene = sceneFor(card, person, now);
  const { currency } = card.view.terms;
  const utc = deadlineText(at, zone, now).utc.replace(' UTC', '');
  return {
    key: `${card.view.id} ${next.what} ${next.subject ?? ''} ${next.at}`,
    cells: [
      <time key="at" datetime={next.at}>
        {momentText(at, zone, now)}
      </time>,
      ...(cityOf(zone) === 'UTC'
        ? []
        : [
            <span key="utc" class="muted nobr">
              {utc === '' ? clockText(at, 'UTC') : utc}
            </span>,
          ]),
      <a key="what" href={`/contracts/${card.view.id}`} class="plainly">
        {aheadText(next, card.view, scene)}
      </a>,
      <span key="who" class="muted">
        {actorsText(next, scene)}
      </span>,
      comes === undefined ? (
        ''
      ) : (
        <bdi key="comes" class="good">
          {formatAmount(comes, currency, 'always')}
        </bdi>
      ),
    ],
  };
}
