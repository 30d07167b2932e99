// All events of a contract for a bundle: as they were written, with the hash of each, and what
// their viewer may see of them. An event that is seen whole goes in as it was written; of one that
// is not, only what is seen; of a hidden one, its hash alone, so that the chain does not break.
import type { Contract } from '../../domain/contracts/contract.ts';
import type { ContractEvent, Happened } from '../../domain/contracts/events.ts';
import type { Texts, Viewer } from '../../domain/contracts/seen/feedback.ts';
import { type SeenEvent, seenEvent } from '../../domain/contracts/seen-event.ts';
import type { ContractStep } from '../../domain/step.ts';
import type { Sql } from '../../store/connection.ts';
import {
  beginning,
  type EventRow,
  eventColumns,
  eventOfRow,
  eventRow,
} from '../../store/events.ts';
import type { BundleEvent } from '../../wire/bundle/format.ts';
import { type Ref, refsIn } from '../../wire/bundle/readable.ts';
import { type Desk, withPolicies } from '../states.ts';

export type Link = {
  readonly row: EventRow;
  /** Null when it is not theirs to know. */
  readonly seen: SeenEvent | null;
  readonly event: BundleEvent;
  /** The texts of others that they may read, and the files that they may open. */
  readonly open: readonly Ref[];
};

type Room = {
  readonly viewer: Viewer;
  readonly contract: Contract;
  readonly texts: Texts;
};

/** What silence has done and nobody has written yet comes as it will be written. */
export async function chainOf(
  desk: Desk,
  sql: Sql,
  viewer: Viewer,
  step: ContractStep,
  texts: Texts,
): Promise<readonly Link[]> {
  const contract = step.state;
  const rows = await sql.query(
    `select ${eventColumns} from events where stream = $1 order by seq`,
    [contract.id],
  );
  const stored = rows as unknown as readonly EventRow[];
  const events = await withPolicies(desk, sql, () =>
    rows.map((row) => eventOfRow<ContractEvent>(row, desk.book)),
  );
  const room = { viewer, contract, texts };
  const links = events.map((happened, index) => linkOf(room, stored[index] as EventRow, happened));
  let head = stored.at(-1)?.hash ?? beginning;
  for (const happened of step.events) {
    const row = eventRow(contract.id, happened, head);
    head = row.hash;
    links.push(linkOf(room, row, happened));
  }
  return links;
}

function linkOf(room: Room, row: EventRow, happened: Happened<ContractEvent>): Link {
  const seen = seenEvent(room.viewer, room.contract, happened, room.texts);
  const frame = { seq: row.seq, hash: Buffer.from(row.hash).toString('hex') };
  if (seen === null) return { row, seen, event: frame, open: [] };
  const data = JSON.parse(row.data) as Record<string, unknown>;
  const open = refsIn(data).filter((ref) => isOpen(room, happened, ref));
  if (!isToldWhole(data, seen as unknown as Record<string, unknown>)) {
    const { seq: _, ...rest } = seen;
    return { row, seen, event: { ...frame, seen: rest }, open: filesIn(seen, open) };
  }
  const { type, at, by, as } = row;
  return { row, seen, event: { ...frame, written: { as, at: `${at}`, by, data, type } }, open };
}

/** Of an event that is not seen whole, the files that are. */
function filesIn(seen: SeenEvent, open: readonly Ref[]): readonly Ref[] {
  const told = JSON.stringify(seen);
  return open.filter(({ kind, id }) => kind === 'file' && told.includes(`"${id}"`));
}

/**
 * Sealed feedback is open to its author; to its subject once it is revealed, and only the one that
 * was revealed. To nobody who looks on: it holds a note for the subject alone.
 */
function isOpen(
  { viewer, contract, texts }: Room,
  { event }: Happened<ContractEvent>,
  ref: Ref,
): boolean {
  if (ref.kind !== 'text') return true;
  if (!ref.sealed) return texts(ref.id) !== null;
  if (viewer !== 'client' && viewer !== 'freelancer') return false;
  const author = 'party' in event ? event.party : null;
  if (author === viewer) return true;
  if (author === null || contract.feedback.revealedAt === null) return false;
  return contract.feedback[author]?.sealed.text === ref.id;
}

const tags = ['$', '@', '~', '#'];

/** Whether what is told leaves nothing out but sealed feedback, of which there is a commitment. */
function isToldWhole(data: unknown, seen: unknown): boolean {
  if (data === null) return true;
  if (typeof data !== 'object') return data === seen;
  if (seen === undefined) return false;
  const fields = data as Record<string, unknown>;
  const isReference = 'digest' in fields && 'text' in fields;
  if (isReference || tags.some((tag) => tag in fields)) return true;
  if (typeof seen !== 'object' || seen === null) return false;
  const told = seen as Record<string, unknown>;
  return Object.entries(fields).every(
    ([name, value]) =>
      name === 'sealed' || (ofTerms[name] ?? false) || isToldWhole(value, told[name]),
  );
}

/** Told under another name, or in an entry of its own. */
const ofTerms: Readonly<Record<string, boolean>> = { policy: true, fundFirst: true };
