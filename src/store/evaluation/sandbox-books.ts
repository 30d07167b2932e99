// The books of the sandbox payment provider, in a table of their own that nothing of the house
// reads: they stand for what a real provider keeps on its side. They outlast restarts.
import type { Instant } from '../../domain/calendar.ts';
import { money } from '../../domain/money/money.ts';
import type { Database } from '../connection.ts';
import type { Row } from '../driver/flights.ts';

type Entry = {
  readonly transfer: {
    readonly reference: string;
    readonly kind: 'charge' | 'payout';
    readonly amount: ReturnType<typeof money>;
    readonly token: string;
  };
  readonly answersAt: Instant;
  readonly answer: 'done' | 'declined';
};

const columns = 'reference, kind, amount, currency, token, answers_at, answer';

/** What the sandbox provider is given for its books. */
export function sandboxBooks(db: Database) {
  const find = async (reference: string): Promise<Entry | undefined> => {
    const [row] = await db.named(
      'sandbox-find',
      `select ${columns} from sandbox_transfers where reference = $1`,
      [reference],
    );
    return row === undefined ? undefined : entryOf(row);
  };
  const enter = async (entry: Entry): Promise<Entry> => {
    const { transfer, answersAt, answer } = entry;
    const { reference, kind, amount, token } = transfer;
    await db.named(
      'sandbox-enter',
      `insert into sandbox_transfers (${columns}) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (reference) do nothing`,
      [reference, kind, amount.minor, amount.currency, token, answersAt, answer],
    );
    return (await find(reference)) ?? entry;
  };
  return { find, enter };
}

function entryOf(row: Row): Entry {
  return {
    transfer: {
      reference: String(row.reference),
      kind: row.kind as Entry['transfer']['kind'],
      amount: money(row.amount as bigint, String(row.currency)),
      token: String(row.token),
    },
    answersAt: row.answers_at as Instant,
    answer: row.answer as Entry['answer'],
  };
}
