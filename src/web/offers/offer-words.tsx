// The sentences of the pages that write terms: how they open, what their buttons are called, and
// what pressing the last one does. Subject, verb, amount, date.

import type { ComponentChildren } from 'preact';
import { isPositive, type Money, toDecimal } from '../../domain/money/money.ts';
import type { Person } from '../../people/person.ts';
import { formatAmount } from '../../words/money.ts';
import { amountOf, capital, counted, listed, type Scene, summed } from '../../words/scene.ts';
import type { Previewed } from '../contracts/do/previewed.ts';
import { pathIn } from '../contracts/room.ts';
import type { Crumb } from '../parts/head.tsx';
import { backNow, paidNow } from './money/offer-money.ts';
import type { FullTerms } from './terms/full-terms.ts';
import { namesIn, newTerms, oldTerms, type Writing } from './writing.ts';

export type ComposerWords = {
  readonly title: string;
  readonly state: string;
  readonly crumbs: readonly Crumb[];
  readonly facts: readonly ComponentChildren[];
  readonly look: string;
  readonly lookNote: string;
  readonly back?: { readonly href: string; readonly label: string };
};

export function crumbsOf({ room }: Writing): readonly Crumb[] {
  const contracts = { href: '/contracts', label: 'Contracts' };
  if (room === undefined) return [contracts];
  return [contracts, { href: pathIn(room), label: room.view.terms.title }];
}

export function composerWords(
  writing: Writing,
  recipient: Person | undefined,
  made: Previewed | null,
): ComposerWords {
  const { command, room, site } = writing;
  const names = namesIn(writing, recipient);
  const crumbs = crumbsOf(writing);
  if (room === undefined) {
    const { name, version } = site.policy;
    return {
      title: 'Make an offer',
      state: newState(writing, names.freelancer, made),
      crumbs,
      facts: [
        <a key="rules" href="/rules">
          Rules: {name} {version}
        </a>,
        'They are frozen with the offer',
      ],
      look: 'Look at the offer',
      lookNote: 'Nothing is sent yet. The next page shows what the other side gets to read.',
    };
  }
  const back = { href: pathIn(room), label: 'Change nothing' };
  const lookNote = 'Nothing has changed yet. The next page shows what differs, line by line.';
  if (command === 'revise_offer') {
    return {
      title: 'Change the offer',
      state: `${names.freelancer} has not accepted yet: you can change what you offer.`,
      crumbs,
      facts: ['The time to answer begins anew', 'The rules of today are frozen with it'],
      ...{ look: 'Look at the changes', lookNote, back },
    };
  }
  return {
    title: 'Answer with other terms',
    state: `Say what would suit you. The offer of ${names.client} stays open until they decide.`,
    crumbs,
    facts: ['The same rules', 'A newer answer replaces an older one'],
    ...{ look: 'Look at the answer', lookNote, back },
  };
}

function newState(writing: Writing, freelancer: string, made: Previewed | null): string {
  if (made === null) {
    return 'Say what is to be done, for how much and by when. You see what it costs first.';
  }
  const terms = newTerms(writing, made);
  return `You offer ${freelancer} ${sumOf(terms, made.scene)} in ${milestonesOf(terms)}.`;
}

function milestonesOf({ milestones }: FullTerms): string {
  return milestones.length === 1 ? 'one milestone' : counted(milestones.length, 'milestone');
}

function sumOf({ milestones }: FullTerms, scene: Scene): string {
  return amountOf(
    scene,
    summed(
      scene,
      milestones.map(({ amount }) => amount),
    ),
  );
}

export type ConfirmWords = {
  readonly title: string;
  readonly state: string;
  /** Above the button. */
  readonly says: string;
  readonly label: string;
  /** The button that goes back to the form. */
  readonly edit: string;
};

export function confirmWords(writing: Writing, made: Previewed): ConfirmWords {
  const { scene } = made;
  const { client, freelancer } = scene.names;
  const terms = newTerms(writing, made);
  const sum = sumOf(terms, scene);
  const old = oldTerms(writing);
  const was = old === undefined ? sum : sumOf(old, scene);
  switch (writing.command) {
    case 'send_offer':
      return {
        title: 'You are about to send an offer',
        state: `You offer ${freelancer} ${sum} for “${terms.title}”, in ${milestonesOf(terms)}.`,
        says: saysOfSending(made, freelancer),
        label: capital(listed([...moneyMoves(made), `send the offer of ${sum} to ${freelancer}`])),
        edit: 'Change the offer',
      };
    case 'revise_offer':
      return {
        title: 'You are about to change the offer',
        state: was === sum ? `You still offer ${sum}.` : `You offer ${sum} instead of ${was}.`,
        says: saysOfSending(made, freelancer),
        label: capital(listed([...moneyMoves(made), `change the offer to ${sum}`])),
        edit: 'Go back to the form',
      };
    default:
      return {
        title: 'You are about to answer with other terms',
        state:
          was === sum
            ? `You answer the offer of ${sum} with other terms.`
            : `You ask for ${sum} instead of ${was}.`,
        says: `When you press, ${client} can read your terms. If they are accepted, the contract is active at once.`,
        label: `Answer with other terms, ${sum}`,
        edit: 'Go back to the form',
      };
  }
}

/** What the button does to the client's money, in front of what it sends. */
function moneyMoves({ preview, scene }: Previewed): readonly string[] {
  const paid = paidNow(preview);
  const back = backNow(preview);
  const text = (amount: Money) => formatAmount(toDecimal(amount), scene.currency);
  // With a fee on top more is paid than is held.
  const verb = paid?.byCharge ? 'charge' : paid && isPositive(paid.clientFee) ? 'pay' : 'hold';
  return [
    ...(paid === null ? [] : [`${verb} ${text(paid.whole)}`]),
    ...(back === null ? [] : [`get ${text(back)} back`]),
  ];
}

function saysOfSending({ preview, scene, after }: Previewed, freelancer: string): string {
  const expires = after.next.find(({ what }) => what === 'offer_expires');
  const until = expires === undefined ? '' : ` until ${scene.when(expires.at)}`;
  const paid = paidNow(preview);
  const reads = `${freelancer} can read it and has${until} to answer.`;
  if (paid?.byCharge === true && after.sent === undefined) {
    return `When you press, your card is charged. Once the money is there, ${reads}`;
  }
  return `When you press, ${reads}`;
}
