// A statement as CSV, line for line what the page shows (RFC 4180, UTF-8). Moments are told in
// UTC and in the reader's zone, amounts with a decimal point and in minor units. Text that a
// spreadsheet would take for a formula is disarmed by an apostrophe.
import { fromDecimal } from '../domain/money/money.ts';
import type { Statement, StatementLine } from './statement.ts';

const columns = [
  'at_utc',
  'at_local',
  'type',
  'contract_id',
  'contract_title',
  'milestone_id',
  'milestone_title',
  'amount',
  'pending',
  'available',
  'gross',
  'fee',
  'balance',
  'currency',
  'amount_minor',
  'reference',
] as const;

type Cells = { readonly [C in (typeof columns)[number]]?: string };

export function statementCsv(statement: Statement, zone: string): string {
  const rows = [
    { ...ends(statement, 'opening'), at_utc: statement.from ?? '' },
    ...statement.lines.map((line) => cellsOf(line, statement.currency, zone)),
    { ...ends(statement, 'closing'), at_utc: statement.until ?? '' },
  ];
  const lines = [columns.join(','), ...rows.map(written)];
  return `${lines.join('\r\n')}\r\n`;
}

function ends({ currency, ...statement }: Statement, which: 'opening' | 'closing'): Cells {
  const { pending, available, balance } = statement[which];
  return { type: which, pending, available, balance, currency };
}

function cellsOf(line: StatementLine, currency: string, zone: string): Cells {
  const { at, type, contract, milestone, amount, pending, available, gross, fee, balance } = line;
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return {
    at_utc: at,
    at_local: local.toString({ timeZoneName: 'never' }),
    type,
    contract_id: contract?.id ?? '',
    contract_title: disarmed(contract?.title ?? ''),
    milestone_id: disarmed(milestone?.id ?? ''),
    milestone_title: disarmed(milestone?.title ?? ''),
    amount,
    pending,
    available,
    gross: gross ?? '',
    fee: fee ?? '',
    balance,
    currency,
    amount_minor: `${fromDecimal(amount, currency)?.minor ?? ''}`,
    reference: `${line.stream}#${line.seq}`,
  };
}

/** Only texts that people wrote; amounts may begin with a minus. */
function disarmed(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function written(cells: Cells): string {
  return columns
    .map((column) => cells[column] ?? '')
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}
