// What people can do, as words: the phrase of each command, the label of its button with the
// amounts that it moves, one line on what it leads to, and what to do instead of it. Commands that
// belong to the wallet are here too; those of the payment provider are nobody's to press.
import type { CommandName } from '../domain/contracts/commands.ts';
import type { SeenEvent, SeenEventOf } from '../domain/contracts/seen-event.ts';
import type { WalletCommandName } from '../domain/wallets/commands.ts';
import { afterWords } from './after/commands.ts';
import { besideCommands } from './beside/commands.ts';
import { disputeCommands, disputeEffects } from './disputes/commands.ts';
import { isZeroAmount } from './money.ts';
import { amountOf, capital, listed, type Scene, summed } from './scene.ts';

type Words = { readonly phrase: string; readonly hint: string };

type Provider = 'confirm_charge' | 'fail_charge' | 'confirm_payout' | 'fail_payout';
export type WordedCommand = Exclude<CommandName | WalletCommandName, Provider>;

const words: { readonly [N in WordedCommand]: Words } = {
  send_offer: {
    phrase: 'send the offer',
    hint: 'The terms and the rules are frozen as they are shown.',
  },
  revise_offer: {
    phrase: 'change the offer',
    hint: 'Replaces the terms and starts the time to answer anew.',
  },
  withdraw_offer: {
    phrase: 'withdraw the offer',
    hint: 'What was held for it comes back at once.',
  },
  accept_offer: {
    phrase: 'accept the offer',
    hint: 'The contract becomes active with exactly these terms.',
  },
  decline_offer: { phrase: 'decline the offer', hint: 'The offer ends. Nobody owes anything.' },
  counter_offer: {
    phrase: 'answer with other terms',
    hint: 'The offer stays open and can still be accepted.',
  },
  withdraw_counter: {
    phrase: 'take the counter-offer back',
    hint: 'The offer stands as it was.',
  },
  accept_counter: {
    phrase: 'accept the counter-offer',
    hint: 'The contract becomes active with the terms of the counter-offer.',
  },
  decline_counter: { phrase: 'decline the counter-offer', hint: 'The offer stands as it was.' },
  propose_change: {
    phrase: 'propose a change of terms',
    hint: 'Counts only when both have agreed.',
  },
  accept_change: { phrase: 'accept the change of terms', hint: 'The terms get a new version.' },
  decline_change: { phrase: 'decline the change of terms', hint: 'The terms stay as they are.' },
  withdraw_change: {
    phrase: 'take the proposed change back',
    hint: 'The terms stay as they are.',
  },
  ask_clarification: {
    phrase: 'ask for clarification',
    hint: 'A due date cannot be missed while the answer is outstanding.',
  },
  answer_clarification: {
    phrase: 'answer the question',
    hint: 'Due dates move by as long as the question was open.',
  },
  fund_milestone: {
    phrase: 'fund a milestone',
    hint: 'Its amount is held until it is released or the contract ends.',
  },
  add_milestone: { phrase: 'add a milestone', hint: 'A plan only, until it is funded.' },
  edit_milestone: { phrase: 'change a planned milestone', hint: 'The other side is told.' },
  remove_milestone: { phrase: 'remove a planned milestone', hint: 'The other side is told.' },
  submit_work: {
    phrase: 'submit work',
    hint: 'Starts the review. If nobody answers, the money is released.',
  },
  withdraw_submission: {
    phrase: 'take a submission back',
    hint: 'The review stops. The money stays held.',
  },
  request_changes: {
    phrase: 'ask for changes',
    hint: 'The review stops. The next submission starts a new one.',
  },
  release_payment: {
    phrase: 'release a payment',
    hint: 'All that is held for a milestone, or a part of it. Final.',
  },
  end_contract: {
    phrase: 'end the contract',
    hint: 'Everything is shown before it happens.',
  },
  propose_cancel: {
    phrase: 'propose to end together',
    hint: 'Ends when the other side agrees, with the split that is named.',
  },
  accept_cancel: {
    phrase: 'agree to end together',
    hint: 'The contract ends and what is held is split as proposed.',
  },
  decline_cancel: { phrase: 'decline to end together', hint: 'The contract goes on.' },
  withdraw_cancel: {
    phrase: 'take the proposal to end together back',
    hint: 'The contract goes on.',
  },
  approve_escrow_refund: {
    phrase: 'agree that the money goes back',
    hint: 'The client gets it at once. Final.',
  },
  withdraw_escrow_refund: {
    phrase: 'pay out what was asked back',
    hint: 'Releases all of it to the freelancer. Final.',
  },
  give_feedback: {
    phrase: 'give feedback',
    hint: 'Sealed until both have given theirs or the time is over.',
  },
  ...besideCommands,
  ...disputeCommands,
  ...afterWords,
  retry_charge: {
    phrase: 'try the failed charge again',
    hint: 'For a milestone: what is missing is taken from the balance or charged once more.',
  },
  deposit: { phrase: 'add money to the balance', hint: 'By a charge of the card.' },
  withdraw: { phrase: 'withdraw money', hint: 'From what is available, to the bank account.' },
  add_payment_method: {
    phrase: 'add a payment method',
    hint: 'A card to pay with, or a bank account to be paid to.',
  },
  verify_payment_method: {
    phrase: 'verify a payment method',
    hint: 'Only a verified one is used.',
  },
};

/** "release a payment": in the middle of a sentence. A name without words keeps its own. */
export function commandPhrase(name: string): string {
  return hasWords(name) ? words[name].phrase : name.replaceAll('_', ' ');
}

/** "Release a payment": the name of an action in a list. */
export function commandLabel(name: string): string {
  return capital(commandPhrase(name));
}

/** Whether there are words for a command: every one that people can give. */
export function hasWords(name: string): name is WordedCommand {
  return Object.hasOwn(words, name);
}

/** One line on what a command leads to. */
export function commandHint(name: WordedCommand): string {
  return words[name].hint;
}

/** "Instead: fund a milestone or end the contract." Empty when nothing helps. */
export function insteadSentence(names: readonly string[]): string {
  return names.length === 0 ? '' : `Instead: ${listed(names.map(commandPhrase), 'or')}.`;
}

type Moved = Extract<SeenEvent, { readonly amount: string }>['type'];

function sumOf(events: readonly SeenEvent[], type: Moved, scene: Scene): string | null {
  const amounts = events.flatMap((event) =>
    event.type === type ? [(event as SeenEventOf<Moved>).amount] : [],
  );
  const sum = summed(scene, amounts);
  return isZeroAmount(sum) ? null : amountOf(scene, sum);
}

/**
 * The final button of a confirm page, with what it moves: "End the contract, pay $450.00 and ask
 * for $750.00 back". `events` are those of the preview.
 */
export function buttonLabel(name: string, events: readonly SeenEvent[], scene: Scene): string {
  const paid = sumOf(events, 'payment_released', scene);
  const returned = sumOf(events, 'escrow_returned', scene);
  const asked = sumOf(events, 'escrow_refund_requested', scene);
  const held = sumOf(events, 'milestone_funded', scene);
  const charged = sumOf(events, 'charge_requested', scene);
  if (name === 'release_payment' && paid !== null) return `Release ${paid}`;
  if (name === 'fund_milestone' && held !== null) return `Hold ${held} for the milestone`;
  if (name === 'fund_milestone' && charged !== null) return `Charge ${charged} and hold it`;
  if (name === 'approve_escrow_refund' && returned !== null) return `Give ${returned} back`;
  const bonus = sumOf(events, 'bonus_paid', scene);
  const onCard = sumOf(events, 'bonus_charge_requested', scene);
  const refund = sumOf(events, 'refund_given', scene);
  if (name === 'pay_bonus' && bonus !== null) return `Pay ${bonus}`;
  if (name === 'pay_bonus' && onCard !== null) return `Charge ${onCard} and pay it`;
  if (name === 'give_refund' && refund !== null) return `Give ${refund} back`;
  const effects = [
    ...(bonus === null ? [] : [`pay ${bonus}`]),
    ...(onCard === null ? [] : [`charge ${onCard}`]),
    ...(refund === null ? [] : [givesBack(refund, scene)]),
    ...(paid === null ? [] : [`pay ${paid}`]),
    ...(returned === null ? [] : [givesBack(returned, scene)]),
    ...(asked === null ? [] : [`ask for ${asked} back`]),
    ...(held === null ? [] : [`hold ${held}`]),
    ...(charged === null ? [] : [`charge ${charged}`]),
    ...disputeEffects(events, scene),
  ];
  return capital(listed([commandPhrase(name), ...effects]));
}

/** Nobody gives back what comes back to them. */
function givesBack(amount: string, scene: Scene): string {
  return scene.viewer === 'client' ? `get ${amount} back` : `give ${amount} back`;
}
