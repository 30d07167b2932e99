// The parts of the audit that go across streams: balances against sums of postings, rows that
// belong to nothing, texts against their commitments, policies against their names, and whether
// the database still protects history.
import { money, toDecimal } from '../../domain/money/money.ts';
import { nameOf } from '../../store/codec.ts';
import type { Session } from '../../store/connection.ts';
import type { Row, Statement } from '../../store/driver/flights.ts';
import { policyOfRow } from '../../store/policies.ts';
import { digestOf } from '../../store/texts.ts';
import type { Finding } from './audit-stream.ts';

type Check = (session: Session) => Promise<readonly Finding[]>;

async function rowsOf(session: Session, text: string, values: Statement['values'] = []) {
  const [rows = []] = await session.flight([{ text, values }]);
  return rows;
}

/** Every account holds what went in less what went out, and no less than nothing. */
const balances: Check = async (session) => {
  const rows = await rowsOf(
    session,
    `with moved as (
        select from_account as key, -sum(amount) as amount from postings group by from_account
        union all select to_account, sum(amount) from postings group by to_account),
      sums as (select key, sum(amount)::bigint as amount from moved group by key)
    select coalesce(a.key, s.key) as key, a.balance, coalesce(s.amount, 0) as amount
    from accounts a full join sums s on a.key = s.key
    where a.balance < 0 or a.balance <> coalesce(s.amount, 0)
      or (a.key is null and s.key !~ '^(platform[.]|outside )' and s.amount <> 0)`,
  );
  return rows.map(({ key, balance, amount }) => {
    const currency = String(key).slice(-3);
    const text = (minor: unknown) =>
      `${toDecimal(money(BigInt(String(minor ?? 0)), currency))} ${currency}`;
    const below = balance !== null && (balance as bigint) < 0n;
    return {
      kind: below ? 'balance_below_zero' : 'balance_differs',
      about: String(key),
      detail: `the balance is ${text(balance)}, the postings sum to ${text(amount)}`,
    };
  });
};

function orphans(table: 'events' | 'postings', kind: Finding['kind']): Check {
  return async (session) => {
    const rows = await rowsOf(
      session,
      `select distinct stream from ${table} t
       where not exists (select from contracts where id = t.stream)
         and not exists (select from wallets where id = t.stream)`,
    );
    const detail = `${table} of something that is not there`;
    return rows.map(({ stream }) => ({ kind, about: String(stream), detail }));
  };
}

const commands: Check = async (session) => {
  const rows = await rowsOf(
    session,
    `select principal, key, stream, first_seq, last_seq from commands k
     where last_seq - first_seq + 1 <> (select count(*) from events e
       where e.stream = k.stream and e.seq between k.first_seq and k.last_seq)`,
  );
  return rows.map(({ principal, key, stream, first_seq, last_seq }) => ({
    kind: 'command_without_events',
    about: String(stream),
    detail: `the key ${key} of ${principal} names events ${first_seq} to ${last_seq}`,
  }));
};

const triggers = [
  ['events', 'events_are_append_only'],
  ['postings', 'postings_are_append_only'],
] as const;

const protections: Check = async (session) => {
  const rows = await rowsOf(
    session,
    `select tgname from pg_trigger where tgenabled in ('O', 'A')
       and tgrelid in ('events'::regclass, 'postings'::regclass)`,
  );
  const there = rows.map(({ tgname }) => String(tgname));
  const missing = triggers.filter(([, trigger]) => !there.includes(trigger));
  return missing.map(([table, trigger]) => ({
    kind: 'history_is_not_protected',
    about: table,
    detail: `the trigger ${trigger} is missing or switched off`,
  }));
};

const policies: Check = async (session) => {
  const rows = await rowsOf(session, 'select hash, policy::text from policies');
  return rows.flatMap((row) => {
    const changed = nameOf(policyOfRow(row)) !== row.hash;
    const detail = 'the content is not what terms refer to';
    return changed ? [{ kind: 'policy_changed', about: String(row.hash), detail } as const] : [];
  });
};

export const ledgerChecks: readonly Check[] = [
  balances,
  orphans('events', 'event_without_stream'),
  orphans('postings', 'posting_without_stream'),
  commands,
  protections,
  policies,
];

/** Reference in an event → the text must be there and be what was committed to, or erased. */
export async function textFindings(
  session: Session,
  events: readonly Row[],
): Promise<readonly Finding[]> {
  const refs = new Map(events.flatMap((row) => refsIn(JSON.parse(String(row.data)))));
  if (refs.size === 0) return [];
  const ids = [...refs.keys()];
  const rows = await rowsOf(session, 'select id, body, salt from texts where id = any($1)', [ids]);
  const texts = new Map(rows.map((row) => [row.id, row]));
  return [...refs].flatMap(([id, digest]): readonly Finding[] => {
    const row = texts.get(id);
    if (row === undefined) {
      return [
        { kind: 'text_missing', about: id, detail: 'an event refers to a text without a row' },
      ];
    }
    const { body, salt } = row as { body: string | null; salt: Uint8Array | null };
    const erased = body === null && salt === null;
    if (erased || digestOf(body ?? '', salt ?? new Uint8Array()) === digest) return [];
    return [{ kind: 'text_changed', about: id, detail: 'the text is not what was committed to' }];
  });
}

/** Every reference to a text, wherever it is: an id and a digest, and nothing else. */
function refsIn(value: unknown): readonly (readonly [id: string, digest: string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const { text, digest } = value as Record<string, unknown>;
  if (typeof text === 'string' && typeof digest === 'string') return [[text, digest]];
  return Object.values(value).flatMap(refsIn);
}
