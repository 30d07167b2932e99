// One mail to one party of one contract: who reads it, in which zone, and how what it says comes
// into the outbox. A mail that cannot be written is reported and left out; it must not keep all
// others from being written.
import type { Contract } from '../../domain/contracts/contract.ts';
import type { ContractView } from '../../domain/contracts/seen/view.ts';
import type { Party } from '../../domain/people.ts';
import type { Sql } from '../../store/connection.ts';
import { type MailReader, mailReaders } from '../../store/mail/choices.ts';
import type { NewMail } from '../../store/mail/outbox.ts';
import type { MailScene } from '../../words/mail/letters.ts';
import type { WrittenLetter } from '../../words/mail/writing.ts';
import { viewFor } from './contracts-now.ts';

export type Writing = {
  readonly now: Temporal.Instant;
  /** "https://endwell.example": where links lead. */
  readonly origin: string;
  readonly onTrouble: (error: unknown) => void;
};

export type Readers = ReadonlyMap<string, MailReader>;

export const bothParties: readonly Party[] = ['client', 'freelancer'];

export function readersOf(sql: Sql, contracts: Iterable<Contract>): Promise<Readers> {
  const persons = [...contracts].flatMap(({ client, freelancer }) => [client, freelancer]);
  return mailReaders(sql, persons);
}

/** How a mail about this contract speaks to this party; null when there is nobody to speak to. */
export function sceneFor(
  { now, origin }: Writing,
  readers: Readers,
  party: Party,
  c: Contract,
): MailScene | null {
  const reader = readers.get(c[party]);
  const view: ContractView | null = reader === undefined ? null : viewFor(party, c, now);
  if (reader === undefined || view === null) return null;
  const name = (one: Party) => readers.get(c[one])?.name ?? c[one];
  const names = { client: name('client'), freelancer: name('freelancer') };
  return { view, party, names, zone: reader.timeZone, now, origin };
}

export type Envelope = Pick<NewMail, 'key' | 'person' | 'kind' | 'about' | 'at' | 'goodUntil'>;

/** `write` answers null where there is nothing to say, or nobody to say it to. */
export function mailOf(
  { onTrouble }: Writing,
  envelope: Envelope,
  write: () => WrittenLetter | null,
): readonly NewMail[] {
  try {
    const letter = write();
    return letter === null ? [] : [{ ...envelope, ...letter }];
  } catch (error) {
    onTrouble(error);
    return [];
  }
}
