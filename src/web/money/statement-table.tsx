// A month of somebody's money in one currency and one role: what there was, every movement with
// the balance after it, what there is. Opening and lines make closing; the page checks it in
// sight and the same lines can be taken along as CSV.
import type { Party } from '../../domain/people.ts';
import type { Statement, StatementLine } from '../../reads/statement.ts';
import { lastingText } from '../../words/ledger/lasting.ts';
import { statementLineText, workingText } from '../../words/ledger/statement.ts';
import { formatFigure, isZeroAmount } from '../../words/money.ts';
import { clockText, shortDayText } from '../../words/time.ts';
import type { Reader } from '../parts/frame.ts';
import { Table, type TableRow } from '../parts/table.tsx';
import { lessOf } from './sum-rows.ts';

export type StatementTableProps = { readonly statement: Statement; readonly reader: Reader };

export function StatementTable({ statement, reader }: StatementTableProps) {
  const { currency, opening, closing, lines } = statement;
  return (
    <Table
      headless
      caption={`In ${currency}. Days and times are UTC, as months are.`}
      columns={[
        { label: 'UTC' },
        { label: 'What', fold: 'wide' },
        { label: 'Balance', num: true, fold: 'wide' },
        { label: 'Amount', num: true },
      ]}
      rows={[
        {
          key: 'opening',
          weak: true,
          cells: [dayOf(statement.from, reader), 'Opening', balance(opening.balance), ''],
        },
        ...lines.map((line, index) => rowOf(line, index, statement, reader)),
      ]}
      foot={[
        'Closing',
        '',
        balance(closing.balance),
        <bdi key="sum">{formatFigure(sumOfLines(statement), 'always')}</bdi>,
      ]}
    />
  );
}

function dayOf(at: string | null, { now }: Reader): string {
  return at === null ? '' : shortDayText(Temporal.Instant.from(at), 'UTC', now);
}

function figure(amount: string) {
  return <bdi>{formatFigure(amount)}</bdi>;
}

/** On phones it stands on a line of its own and says what it is. */
function balance(amount: string) {
  return (
    <>
      <span class="when-folded">Balance </span>
      {figure(amount)}
    </>
  );
}

/** Closing less opening, as the last cell under the amounts. */
function sumOfLines({ opening, closing, currency }: Statement): string {
  return lessOf(currency, closing.balance, opening.balance);
}

function rowOf(
  line: StatementLine,
  index: number,
  { currency, party }: Statement,
  reader: Reader,
): TableRow {
  const at = Temporal.Instant.from(line.at);
  const moved = !isZeroAmount(line.amount);
  const working = workingText(line, currency);
  return {
    key: `${line.stream} ${line.seq} ${index}`,
    weak: !moved,
    cells: [
      <time key="at" datetime={line.at}>
        {shortDayText(at, 'UTC', reader.now)}, {clockText(at, 'UTC')}
      </time>,
      <What key="what" {...{ line, working, moved, party, reader }} />,
      balance(line.balance),
      moved ? (
        <bdi key="amount" class={line.amount.startsWith('-') ? undefined : 'good'}>
          {formatFigure(line.amount, 'always')}
        </bdi>
      ) : (
        ''
      ),
    ],
  };
}

type WhatProps = {
  readonly line: StatementLine;
  readonly working: string;
  readonly moved: boolean;
  readonly party: Party;
  readonly reader: Reader;
};

function What({ line, working, moved, party, reader }: WhatProps) {
  const { contract, lasting } = line;
  const when = (at: string) => dayOf(at, reader);
  return (
    <span>
      {statementLineText(line)}
      {!moved && <> {figure(line.available)}</>}
      {contract && (
        <small>
          <a href={`/contracts/${contract.id}#e-${line.seq}`}>
            <bdi>{contract.title}</bdi>
          </a>
          {working !== '' && <> · {working}</>}
        </small>
      )}
      {lasting && <small>{lastingText(lasting, party, when)}</small>}
    </span>
  );
}
