// One of the three forms that write terms: a new offer, its revision, or a counter to it. What
// they have in common, and how each finds its command, its people and its words.
import type { Actor, Party } from '../../domain/people.ts';
import type { PlainCommand } from '../../engine/requests.ts';
import type { Person } from '../../people/person.ts';
import type { SeenAs } from '../../reads/timeline.ts';
import type { Names } from '../../words/scene.ts';
import type { Site } from '../context/site.ts';
import { pathIn, type Room } from '../contracts/room.ts';
import type { Reader } from '../parts/frame.ts';
import type { TermsCommand } from './composed.ts';
import { type FullTerms, offeredTerms } from './terms/full-terms.ts';

export type Writing = {
  readonly site: Site;
  readonly person: Person;
  readonly reader: Reader;
  readonly command: TermsCommand;
  /** The contract whose offer is changed or answered; none for a new offer. */
  readonly room: Room | undefined;
};

/** Where the form is, and posts to. */
export function pathOfWriting({ command, room }: Writing): string {
  if (room === undefined) return '/offers/new';
  return pathIn(room, command === 'revise_offer' ? '/revise' : '/counter');
}

/** The terms that are changed; none for a new offer. */
export function oldTerms({ room }: Writing): FullTerms | undefined {
  return room === undefined ? undefined : offeredTerms(room.view);
}

/** The terms that the preview leads to. A description that was not touched is the old one. */
export function newTerms(writing: Writing, { after }: Previewed): FullTerms {
  const counter = writing.command === 'counter_offer' ? after.counter?.terms : undefined;
  const terms = counter ?? offeredTerms(after);
  const scope = terms.scope ?? oldTerms(writing)?.scope;
  return scope === undefined ? terms : { ...terms, scope };
}

type Previewed = { readonly after: Parameters<typeof offeredTerms>[0] };

/** Who looks at the preview of what they write. */
export function seerIn(writing: Writing): SeenAs {
  return { viewer: partyIn(writing), person: writing.person.id };
}

export function partyIn({ command }: Writing): Party {
  return command === 'counter_offer' ? 'freelancer' : 'client';
}

export function actorIn(writing: Writing): Actor {
  return { as: partyIn(writing), person: writing.person.id };
}

/** Whom a form is addressed to, by address or id; the other side's place where it is one. */
export async function recipientIn(
  { site, room }: Writing,
  form: URLSearchParams,
): Promise<Person | undefined> {
  const to = form.get('to') ?? '';
  return room !== undefined || to.trim() === '' ? undefined : site.people.findRecipient(to);
}

/** Whoever gets an offer for the first time is known by the short name only. */
export function namesIn({ room, person }: Writing, recipient: Person | undefined): Names {
  if (room !== undefined) return room.scene.names;
  return { client: person.name, freelancer: recipient?.shortName ?? 'the freelancer' };
}

export function currencyIn({ room, site }: Writing, form: URLSearchParams): string {
  if (room !== undefined) return room.view.terms.currency;
  const offered = Object.keys(site.policy.currencies);
  const wanted = form.get('currency') ?? '';
  return offered.includes(wanted) ? wanted : (offered[0] ?? 'USD');
}

/** The command as the engine takes it: an offer goes to a person, or to nobody who is here. */
export async function addressed(writing: Writing, command: PlainCommand): Promise<PlainCommand> {
  if (writing.room !== undefined) return command;
  const to = await writing.site.people.findRecipient(String(command.to));
  return { ...command, to: to?.id ?? null };
}

export function contractIn({ room, site }: Writing): string {
  return room?.view.id ?? site.engine.newContractId();
}
