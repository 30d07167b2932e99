// What has happened to a contract, as one viewer sees it: events in order, each with the money
// that it moved. What is not theirs to know is left out, and leaves a gap in the numbers.
import type { Contract } from '../domain/contracts/contract.ts';
import type { ContractEvent, Happened } from '../domain/contracts/events.ts';
import type { Texts, Viewer } from '../domain/contracts/seen/feedback.ts';
import type { MovementView } from '../domain/contracts/seen/view.ts';
import { type SeenEvent, seenEvent } from '../domain/contracts/seen-event.ts';
import { accountOf } from '../domain/ledger/accounts.ts';
import { money, toDecimal } from '../domain/money/money.ts';
import type { PersonId } from '../domain/people.ts';
import type { ContractStep } from '../domain/step.ts';
import type { Sql } from '../store/connection.ts';
import { eventColumns, eventOfRow } from '../store/events.ts';
import { type Desk, withPolicies } from './states.ts';

export type TimelineEntry = {
  readonly event: SeenEvent;
  readonly movements: readonly MovementView[];
};

/** Who looks: as what, and which person; mediators are asked for by person. */
export type SeenAs = { readonly viewer: Viewer; readonly person: PersonId };

/** A stretch of the seq of events: after `after`, up to and with `last`. */
export type Stretch = { readonly after: number; readonly last: number };

/** The entries of a stretch. `step` is what silence has done since the contract was stored. */
export async function timelineOf(
  desk: Desk,
  sql: Sql,
  looker: SeenAs,
  step: ContractStep,
  texts: Texts,
  { after, last }: Stretch,
): Promise<readonly TimelineEntry[]> {
  const contract = step.state;
  const events = [
    ...(await storedEvents(desk, sql, contract, after, last)),
    ...step.events.filter(({ seq }) => seq > after && seq <= last),
  ];
  const moved = await movements(sql, contract, after, last);
  for (const { seq, from, to, amount } of step.postings) {
    const seen = { from: from.kind, to: to.kind, amount: toDecimal(amount) };
    moved.set(seq, [...(moved.get(seq) ?? []), seen]);
  }
  return events.flatMap((happened): TimelineEntry[] => {
    const event = seenEvent(looker.viewer, contract, happened, texts, looker.person);
    return event === null ? [] : [{ event, movements: moved.get(happened.seq) ?? [] }];
  });
}

async function storedEvents(
  desk: Desk,
  sql: Sql,
  { id }: Contract,
  after: number,
  last: number,
): Promise<readonly Happened<ContractEvent>[]> {
  const rows = await sql.query(
    `select ${eventColumns} from events where stream = $1 and seq > $2 and seq <= $3 order by seq`,
    [id, after, last],
  );
  return withPolicies(desk, sql, () =>
    rows.map((row) => eventOfRow<ContractEvent>(row, desk.book)),
  );
}

type PostingRow = { seq: number; from_account: string; to_account: string; amount: bigint };

async function movements(
  sql: Sql,
  { id }: Contract,
  after: number,
  last: number,
): Promise<Map<number, readonly MovementView[]>> {
  const rows = await sql.query<PostingRow>(
    `select seq, from_account, to_account, amount from postings
     where stream = $1 and seq > $2 and seq <= $3 order by seq, n`,
    [id, after, last],
  );
  const moved = new Map<number, readonly MovementView[]>();
  for (const row of rows) {
    const from = accountOf(row.from_account);
    const to = accountOf(row.to_account).kind;
    const amount = toDecimal(money(row.amount, from.currency));
    moved.set(row.seq, [...(moved.get(row.seq) ?? []), { from: from.kind, to, amount }]);
  }
  return moved;
}

/** The texts of a contract that this viewer may read; sealed feedback of the other is not read. */
export async function textsFor(sql: Sql, viewer: Viewer, c: Contract): Promise<Texts> {
  const sealed =
    c.feedback.revealedAt !== null
      ? []
      : (['client', 'freelancer'] as const)
          .filter((party) => party !== viewer)
          .flatMap((party) => c.feedback[party]?.sealed.text ?? []);
  const rows = await sql.query<{ id: string; body: string }>(
    'select id, body from texts where stream = $1 and body is not null and id <> all($2)',
    [c.id, sealed],
  );
  const texts = new Map(rows.map(({ id, body }) => [id, body]));
  return (id) => texts.get(id) ?? null;
}
