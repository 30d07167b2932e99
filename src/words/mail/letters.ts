// The mails there are: what has happened on a contract, what waits and until when, and a new
// password. They say what the timeline and the forecast say, in the same sentences. Free text of
// the other side is never in them, and nothing of feedback but that it was given.
import type { ContractView, NextView } from '../../domain/contracts/seen/view.ts';
import type { SeenEvent } from '../../domain/contracts/seen-event.ts';
import type { Party } from '../../domain/people.ts';
import { eventSentence } from '../events.ts';
import { deadlineName, forecastSentence } from '../forecast.ts';
import { exactSceneOf, type Names, type Scene, whom } from '../scene.ts';
import {
  type LetterParts,
  subjectText,
  untilText,
  type WrittenLetter,
  writtenLetter,
} from './writing.ts';

/** Who reads a mail about a contract, in what part, and on which server. */
export type MailScene = {
  readonly view: ContractView;
  readonly party: Party;
  readonly names: Names;
  readonly zone: string;
  readonly now: Temporal.Instant;
  /** "https://endwell.example" */
  readonly origin: string;
};

/** What happened in one go. `lead` is what it is about; the rest comes with it. */
export type News = {
  readonly events: readonly SeenEvent[];
  readonly lead: SeenEvent;
  /** The deadline that began with it, where it needs the reader. */
  readonly next: NextView | null;
};

export function newsLetter({ events, lead, next }: News, mail: MailScene): WrittenLetter {
  const scene = sceneOfMail(mail);
  const sentences = events.map((event) => eventSentence(event, scene));
  const silence = next === null ? [] : [forecastSentence(next, scene)];
  return contractLetter(mail, {
    subject: subjectText(mail.view.terms.title, eventSentence(lead, scene)),
    sentences: [...sentences, ...silence],
    ...(next === null ? {} : { until: untilText(next.at, mail.zone, mail.now) }),
  });
}

export function reminderLetter(next: NextView, mail: MailScene): WrittenLetter {
  const scene = sceneOfMail(mail);
  const name = deadlineName(next.what, next.subject, scene);
  const until = untilText(next.at, mail.zone, mail.now);
  return contractLetter(mail, {
    subject: subjectText(mail.view.terms.title, `${name}, until ${scene.when(next.at)}`),
    sentences: [`${name}: this is a reminder.`, forecastSentence(next, scene)],
    until,
  });
}

/** A question has no deadline: nothing happens by silence, but nothing goes on either. */
export function questionLetter(asker: Party, since: string, mail: MailScene): WrittenLetter {
  const scene = sceneOfMail(mail);
  const other: Party = asker === 'client' ? 'freelancer' : 'client';
  const asked = `${capitalWhom(scene, asker)} asked ${whom(scene, other)} a question`;
  const sentence = `${asked} on ${scene.when(since)}, and it is not answered.`;
  return contractLetter(mail, {
    subject: subjectText(mail.view.terms.title, 'A question waits for an answer'),
    sentences: [sentence, 'Until it is, no due date can be missed.'],
  });
}

function capitalWhom(scene: Scene, party: Party): string {
  return scene.viewer === party ? 'You' : scene.names[party];
}

function sceneOfMail({ view, party, names, zone, now }: MailScene): Scene {
  return exactSceneOf(view, { viewer: party, names, zone, now });
}

type Said = Pick<LetterParts, 'subject' | 'sentences' | 'until'>;

function contractLetter(mail: MailScene, said: Said): WrittenLetter {
  const { view, party, names, origin } = mail;
  const { title } = view.terms;
  return writtenLetter({
    ...said,
    name: names[party],
    link: { label: `“${title}”`, href: `${origin}/contracts/${view.id}` },
    why: `You get this because you are the ${party} of “${title}” on ${origin}.`,
    choose: `${origin}/account#mail`,
  });
}

export function newPasswordLetter(
  person: { readonly name: string },
  origin: string,
  token: string,
): WrittenLetter {
  return writtenLetter({
    subject: 'A new password for Endwell',
    name: person.name,
    sentences: [
      'Somebody asked for a new password for your account. If it was you, choose one here.',
      'The link works once and for one hour. If it was not you, do nothing: your password stays.',
    ],
    link: {
      label: 'Choose a new password',
      href: `${origin}/new-password?token=${encodeURIComponent(token)}`,
    },
    why: `You get this because an account on ${origin} has this address.`,
  });
}

export function passwordChangedLetter(
  person: { readonly name: string },
  origin: string,
): WrittenLetter {
  return writtenLetter({
    subject: 'Your password for Endwell is new',
    name: person.name,
    sentences: [
      'The password of your account was changed, and every session was ended.',
      'If it was not you, ask for a new password now and tell whoever runs this server.',
    ],
    link: { label: 'Ask for a new password', href: `${origin}/forgot-password` },
    why: `You get this because an account on ${origin} has this address.`,
  });
}
