// An extract of the ledger: every movement of money of the contract, in order, from where to where,
// with the event that made it. The lines are the postings themselves.
import type { TimelineEntry } from '../../reads/timeline.ts';
import { eventSentence } from '../../words/events.ts';
import { accountName } from '../../words/forecast.ts';
import { formatFigure } from '../../words/money.ts';
import type { Scene } from '../../words/scene.ts';
import { momentText } from '../../words/time.ts';
import type { Reader } from '../parts/frame.ts';
import { Table, type TableRow } from '../parts/table.tsx';

export type LedgerProps = {
  readonly entries: readonly TimelineEntry[];
  readonly scene: Scene;
  readonly reader: Reader;
};

export function Ledger({ entries, scene, reader }: LedgerProps) {
  const rows = entries.flatMap((entry) => rowsOf(entry, scene, reader));
  if (rows.length === 0) return <p class="note">No money has moved.</p>;
  return (
    <Table
      headless
      columns={[
        { label: 'When' },
        { label: 'From' },
        { label: 'To' },
        { label: 'Amount', num: true },
        { label: 'By', fold: 'wide' },
      ]}
      rows={rows}
    />
  );
}

function rowsOf({ event, movements }: TimelineEntry, scene: Scene, reader: Reader): TableRow[] {
  const at = momentText(Temporal.Instant.from(event.at), reader.zone, reader.now);
  return movements.map(({ from, to, amount }, index) => ({
    key: `${event.seq}.${index}`,
    cells: [
      at,
      accountName(from, scene),
      accountName(to, scene),
      formatFigure(amount),
      <a key="event" class="id" href={`#e-${event.seq}`}>
        #{event.seq} {index === 0 ? eventSentence(event, scene) : ''}
      </a>,
    ],
  }));
}
