// All events of a contract for a bundle: as they were written, with the hash of each, and what
// their viewer may see of them. An event that is seen whole goes in as it was written; of one that
// is not, only what is seen; of a hidden one, its hash alone, so that the chain does not break.
import type { Contract } from '../../domain/contracts/contract.ts';
import type { ContractEvent, Happened } from '../../domain/contracts/events.ts';
import type { Texts, Viewer } from '../../domain/contracts/seen/feedback.ts';
import { type SeenEvent, seenEvent } from '../../domain/contracts/seen-event.ts';
import type { PersonId } from '../../domain/people.ts';
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
  readonly person: PersonId;
  readonly contract: Contract;
  readonly texts: Texts;
};

/** What silence has done and nobody has written yet comes as it will be written. */
export async function chainOf(
  desk: Desk,
  sql: Sql,
  room: Room,
  step: ContractStep,
): Promise<readonly Link[]> {
  const { id } = step.state;
  const rows = await sql.query(
    `select ${eventColumns} from events where stream = $1 order by seq`,
    [id],
  );
  const stored = rows as unknown as readonly EventRow[];
  const events = await withPolicies(desk, sql, () =>
    rows.map((row) => eventOfRow<ContractEvent>(row, desk.book)),
  );
  const links = events.map((happened, index) => linkOf(room, stored[index] as EventRow, happened));
  let head = stored.at(-1)?.hash ?? beginning;
  for (const happened of step.events) {
    const row = eventRow(id, happened, head);
    head = row.hash;
    links.push(linkOf(room, row, happened));
  }
  return links;
}

type Plain = Readonly<Record<string, unknown>>;

function linkOf(room: Room, row: EventRow, happened: Happened<ContractEvent>): Link {
  const { viewer, contract, texts, person } = room;
  const seen = seenEvent(viewer, contract, happened, texts, person);
  const frame = { seq: row.seq, hash: Buffer.from(row.hash).toString('hex') };
  if (seen === null) return { row, seen, event: frame, open: [] };
  const data = JSON.parse(row.data) as Record<string, unknown>;
  const open = openIn(data, seen, (ref) => isUnsealed(room, happened, ref));
  if (isToldWhole(data, seen)) {
    const { type, at, by, as } = row;
    return { row, seen, event: { ...frame, written: { as, at: `${at}`, by, data, type } }, open };
  }
  // Its texts stand in it as they are seen: without the event nothing commits to them.
  const { seq: _, ...rest } = seen;
  const others = open.filter(({ kind }) => kind !== 'text');
  return { row, seen, event: { ...frame, seen: rest }, open: others };
}

/** What an event refers to and tells this viewer, found by looking at both side by side. */
function openIn(
  value: unknown,
  told: unknown,
  unsealed: (ref: Ref) => boolean,
  key = '',
): readonly Ref[] {
  if (typeof value !== 'object' || value === null) return [];
  const [ref, another] = refsIn(value, key);
  if (ref !== undefined && another === undefined && isReference(value)) {
    if (ref.kind === 'policy') return [ref];
    if (ref.kind === 'text' && ref.sealed) return unsealed(ref) ? [ref] : [];
    return typeof told === (ref.kind === 'text' ? 'string' : 'object') ? [ref] : [];
  }
  return Object.entries(value).flatMap(([name, inner]) =>
    openIn(inner, (told as Plain | null | undefined)?.[name], unsealed, name),
  );
}

function isReference(value: object): boolean {
  return (
    ('text' in value && 'digest' in value) || ('file' in value && 'sha256' in value) || '#' in value
  );
}

/**
 * Sealed feedback is open to its author; to its subject once it is revealed, and only the one that
 * was revealed. To nobody who looks on: it holds a note for the subject alone.
 */
function isUnsealed(
  { viewer, contract }: Room,
  { event }: Happened<ContractEvent>,
  ref: Ref,
): boolean {
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
  const isText = 'digest' in fields && 'text' in fields;
  if (isText || tags.some((tag) => tag in fields)) return true;
  if (typeof seen !== 'object' || seen === null) return false;
  const told = seen as Record<string, unknown>;
  return Object.entries(fields).every(
    ([name, value]) =>
      name === 'sealed' || (ofTerms[name] ?? false) || isToldWhole(value, told[name]),
  );
}

/** Told under another name, or in an entry of its own. */
const ofTerms: Readonly<Record<string, boolean>> = { policy: true, fundFirst: true };
