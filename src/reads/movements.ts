// The movements of money that touch what somebody has in one currency and one role, as they are in
// the ledger, and those that silence has made since and nobody has written yet. A charge that went
// straight into escrow touches no balance and is still told: it came, and it went.
import type { Instant } from '../domain/calendar.ts';
import type { Contract } from '../domain/contracts/contract.ts';
import type { ContractEventType } from '../domain/contracts/events.ts';
import { accountKey } from '../domain/ledger/accounts.ts';
import { toDecimal } from '../domain/money/money.ts';
import type { Party } from '../domain/people.ts';
import type { ContractStep } from '../domain/step.ts';
import type { WalletEventType } from '../domain/wallets/events.ts';
import { walletId } from '../domain/wallets/wallet.ts';
import type { Sql } from '../store/connection.ts';

/**
 * The event that moved the money. `charged` is what a card paid for the movement after it, and a
 * bonus that pays expenses back has a name of its own.
 */
export type LineType = ContractEventType | WalletEventType | 'charged' | 'expense_paid';

/** A contract or a milestone. */
export type Named = { readonly id: string; readonly title: string };

/** A movement on the way to become a line; changes in minor units. */
export type Moved = {
  readonly stream: string;
  readonly seq: number;
  readonly n: number;
  readonly at: Instant;
  /** Its transaction; null while nobody has written it. Orders what has one moment. */
  readonly xid: bigint | null;
  readonly type: LineType;
  readonly contract: Named | null;
  readonly milestone: Named | null;
  readonly pending: bigint;
  readonly available: bigint;
  readonly gross: string | null;
  readonly fee: string | null;
};

export type Owner = { readonly person: string; readonly currency: string; readonly party: Party };

type Row = {
  stream: string;
  seq: number;
  n: number;
  at: Instant;
  xid: string | null;
  type: LineType;
  contract: string | null;
  title: string | null;
  milestone: string | null;
  milestone_title: string | null;
  from_account: string;
  to_account: string;
  amount: bigint;
  /** Whose card a charge is taken from. */
  payer: Party;
  gross: string | null;
  fee: string | null;
};

const written = `
  select p.stream, p.seq, p.n, e.at, e.xid::text as xid,
    case when e.type = 'bonus_paid' and e.data->>'kind' = 'expense' then 'expense_paid'
      else e.type end as type, c.id as contract, c.title,
    e.data->>'milestone' as milestone,
    (select m->>'title' from json_array_elements(c.state->'milestones') m
      where m->>'id' = e.data->>'milestone') as milestone_title,
    p.from_account, p.to_account, p.amount,
    case when e.type = 'arbitration_paid' then e.data->>'party' else 'client' end as payer,
    case when e.type = any(array['payment_released', 'bonus_paid'])
      then e.data->'amount'->>'$' end as gross,
    case when e.type = any(array['payment_released', 'bonus_paid'])
      then e.data->'fee'->>'$' end as fee
  from postings p
  join events e on e.stream = p.stream and e.seq = p.seq
  left join contracts c on c.id = p.stream
  where p.stream in (
      select id from contracts where (client = $1 or freelancer = $1) and currency = $2
      union all select $3)
    and ($4::timestamptz is null or e.at < $4)
    and (p.from_account = any($5) or p.to_account = any($5)
      or (p.from_account = 'outside - ' || $2 and e.type <> 'charge_credited'
        and case when e.type = 'arbitration_paid' then e.data->>'party' else 'client' end = $6
        and case $6 when 'client' then c.client else c.freelancer end = $1))`;

export async function writtenMovements(
  sql: Sql,
  owner: Owner,
  until: Instant | null,
): Promise<readonly Moved[]> {
  const { person, currency, party } = owner;
  const accounts = [keyOf(owner, 'pending'), keyOf(owner, 'available')];
  const wallet = walletId(person, currency);
  const rows = await sql.query<Row>(written, [person, currency, wallet, until, accounts, party]);
  return inOneLine(rows.flatMap((row) => movementsOf(row, owner)));
}

/** What is told in one line, however many accounts it moves; so is the charge that paid for it. */
const together: readonly LineType[] = [
  'bonus_paid',
  'expense_paid',
  'refund_given',
  'dispute_closed',
];

function inOneLine(movements: readonly Moved[]): readonly Moved[] {
  const eventOf = ({ stream, seq }: Moved) => `${stream} ${seq}`;
  const whole = new Set(movements.filter(({ type }) => together.includes(type)).map(eventOf));
  const lines = new Map<string, Moved>();
  for (const one of movements) {
    const event = eventOf(one);
    const key = `${event} ${one.type} ${whole.has(event) ? '' : one.n}`;
    const before = lines.get(key);
    lines.set(key, before === undefined ? one : sumOf(before, one));
  }
  return [...lines.values()];
}

function sumOf(a: Moved, b: Moved): Moved {
  return { ...a, pending: a.pending + b.pending, available: a.available + b.available };
}

function keyOf({ person, currency, party }: Owner, part: 'pending' | 'available'): string {
  return `${party}.${part} ${person} ${currency}`;
}

/** What silence has moved since the contract was stored, in the shape of rows. */
export function unwrittenMovements(step: ContractStep, owner: Owner): readonly Moved[] {
  const { state, events, postings } = step;
  let [seq, n] = [0, 0];
  const movements = postings.flatMap((posting) => {
    n = posting.seq === seq ? n + 1 : 1;
    seq = posting.seq;
    const happened = events.find((event) => event.seq === seq);
    if (happened === undefined) return [];
    const { event, at } = happened;
    const paid = event.type === 'payment_released' ? event : null;
    const milestone = milestoneOf(state, 'milestone' in event ? event.milestone : null);
    const row: Row = {
      stream: state.id,
      seq,
      n,
      at,
      xid: null,
      type: event.type,
      contract: state.id,
      title: state.terms.title,
      milestone: milestone?.id ?? null,
      milestone_title: milestone?.title ?? null,
      from_account: accountKey(posting.from),
      to_account: accountKey(posting.to),
      amount: posting.amount.minor,
      payer: 'client',
      gross: paid === null ? null : ` ${toDecimal(paid.amount)}`,
      fee: paid === null ? null : ` ${toDecimal(paid.fee)}`,
    };
    return movementsOf(row, owner);
  });
  return inOneLine(movements);
}

function milestoneOf(c: Contract, id: unknown) {
  return c.milestones.find((milestone) => milestone.id === id);
}

/** The lines of one posting: none when it touches nothing of the owner's, two for a charge. */
function movementsOf(row: Row, owner: Owner): readonly Moved[] {
  const change = (part: 'pending' | 'available') => {
    const key = keyOf(owner, part);
    return (
      (row.to_account === key ? row.amount : 0n) - (row.from_account === key ? row.amount : 0n)
    );
  };
  const { stream, seq, n, at, type } = row;
  const earned = change('pending') > 0n;
  const moved: Moved = {
    ...{ stream, seq, n, at, type },
    xid: row.xid === null ? null : BigInt(row.xid),
    contract: row.contract === null ? null : { id: row.contract, title: row.title ?? '' },
    milestone:
      row.milestone === null ? null : { id: row.milestone, title: row.milestone_title ?? '' },
    pending: change('pending'),
    available: change('available'),
    // Of what was earned alone: the client pays the gross amount, whatever becomes of it.
    gross: (earned ? row.gross?.split(' ')[1] : null) ?? null,
    fee: (earned ? row.fee?.split(' ')[1] : null) ?? null,
  };
  if (moved.pending !== 0n || moved.available !== 0n) return [moved];
  const byCard = owner.party === row.payer && row.from_account.startsWith('outside ');
  if (!byCard || row.contract === null) return [];
  // Straight from the card into escrow: it came, and it went where it was meant to go.
  return [
    { ...moved, type: 'charged', available: row.amount },
    { ...moved, available: -row.amount },
  ];
}
