// Who acts. The actor is part of every command: people, the clock and the payment provider all
// use the same door. Whether a person may look at all is decided where roles are known.

export type PersonId = string;
export type Party = 'client' | 'freelancer';
export type Role = Party | 'mediator' | 'moderator' | 'operator' | 'clock' | 'payments';

export type Actor = { readonly as: Role; readonly person: PersonId | null };

/** A free text that is kept outside events: its id, and a salted commitment to its content. */
export type TextRef = { readonly text: string; readonly digest: string };

/**
 * A file that somebody put beside a contract. `file` is its id, also that of its name among the
 * texts; the content lies outside, under its hash (sha256, hexadecimal).
 */
export type FileRef = {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly media_type: string;
};

export const clock: Actor = { as: 'clock', person: null };
export const payments: Actor = { as: 'payments', person: null };

export function otherParty(party: Party): Party {
  return party === 'client' ? 'freelancer' : 'client';
}
