// What can I do? Everything a party could ever do with this contract: what is possible now with
// its effect, and what is not, with why and what instead. The end stands last, in red. What has
// no object here, such as answers to proposals nobody made, is folded away but not left out.
import type { NotAllowed } from '../../domain/contracts/allowed.ts';
import type { RejectionCode } from '../../domain/rejections.ts';
import { commandHint, commandLabel, type WordedCommand } from '../../words/commands.ts';
import { isZeroAmount } from '../../words/money.ts';
import { amountOf, whom } from '../../words/scene.ts';
import { Acts, type NotNowAct, type PossibleAct } from '../parts/acts.tsx';
import { Section } from '../parts/layout.tsx';
import { actLabel } from './act-names.ts';
import { insteadLinks, saidIn } from './do/refusal.tsx';
import { hrefOf } from './next-panel.tsx';
import { type MilestoneEntry, milestonesOf, type Room } from './room.ts';

/** As people read them: what goes on with the work first, changes and answers next, ending last. */
const order: readonly string[] = [
  ...['accept_offer', 'counter_offer', 'decline_offer', 'revise_offer', 'withdraw_offer'],
  ...['accept_counter', 'decline_counter', 'withdraw_counter'],
  ...['release_payment', 'request_changes', 'fund_milestone', 'retry_charge', 'submit_work'],
  ...['withdraw_submission', 'approve_escrow_refund', 'withdraw_escrow_refund', 'give_feedback'],
  ...['answer_clarification', 'ask_clarification'],
  ...['accept_change', 'decline_change', 'withdraw_change', 'propose_change'],
  ...['add_milestone', 'edit_milestone', 'remove_milestone'],
  ...['accept_cancel', 'decline_cancel', 'withdraw_cancel', 'propose_cancel', 'end_contract'],
];

/** Refusals that only say that there is nothing of the kind, or nothing any more. */
const noObject: readonly RejectionCode[] = [
  'offer_not_pending',
  'offer_has_expired',
  'contract_is_offered',
  'no_change_pending',
  'no_proposal',
  'no_clarification',
  'no_failed_charge',
  'no_refund_request',
  'contract_has_ended',
  'feedback_already_given',
];

function isUnderWay(stands: readonly MilestoneEntry['status'][]): boolean {
  return stands.some((status) => ['funding', 'funded', 'submitted'].includes(status));
}

/** What the other side decides and the reader may well wait for. The rest is folded away. */
function isAwaited(name: string, room: Room): boolean {
  const stands = milestonesOf(room).map(({ status }) => status);
  const held = !isZeroAmount(room.view.money.escrow);
  const asked = room.view.escrow_refund?.status === 'open';
  switch (name) {
    case 'release_payment':
      return held;
    case 'fund_milestone':
      return room.view.accepted !== undefined && stands.includes('planned') && !isUnderWay(stands);
    case 'submit_work':
      return stands.includes('funded');
    case 'approve_escrow_refund':
    case 'withdraw_escrow_refund':
      return asked;
    default:
      return false;
  }
}

function isNear(name: string, { not }: NotAllowed, room: Room): boolean {
  if (not === 'not_your_decision') return isAwaited(name, room);
  return !noObject.includes(not);
}

type Entry = readonly [name: string, can: true | NotAllowed];

export function WhatCanIDo({ room }: { room: Room }) {
  const entries = Object.entries(room.can) as Entry[];
  const all = entries.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  if (all.length === 0) return null;
  const possible = [
    ...all.filter(([, can]) => can === true).map(([name]) => possibleAct(name, room)),
    ...again(room),
  ];
  const refused = all.flatMap(([name, can]) => (can === true ? [] : [{ name, can }]));
  const near = refused.filter(({ name, can }) => isNear(name, can, room));
  const far = refused.filter((one) => !near.includes(one));
  return (
    <Section id="acts" title="What can I do?">
      {possible.length + near.length === 0 && <p>Nothing more can be done with this contract.</p>}
      <Acts possible={possible} notNow={near.map((one) => notNowAct(one, room))} />
      {far.length > 0 && (
        <details class="above-4">
          <summary>{far.length} others that are not possible now, and why</summary>
          <div class="above-3">
            <Acts possible={[]} notNow={far.map((one) => notNowAct(one, room))} />
          </div>
        </details>
      )}
    </Section>
  );
}

/** What is over can be offered once more, with its terms to begin from. */
function again({ view, viewer }: Room): readonly PossibleAct[] {
  if (viewer !== 'client' || view.status === 'offered' || view.status === 'active') return [];
  return [
    {
      href: `/offers/new?like=${view.id}`,
      label: 'Make a new offer like this one…',
      effect: 'The same terms to begin from. Nothing is sent before you say so.',
    },
  ];
}

function possibleAct(name: string, room: Room): PossibleAct {
  return {
    href: hrefOf(name, room),
    label: `${actLabel(name, room)}…`,
    effect: effectOf(name, room),
    stop: name === 'end_contract',
  };
}

function effectOf(name: string, room: Room): string {
  const { scene, view, viewer } = room;
  const held = view.money.escrow;
  if (name === 'end_contract' && !isZeroAmount(held)) {
    const amount = amountOf(scene, held);
    return viewer === 'freelancer'
      ? `${amount} held would go back to ${whom(scene, 'client')} at once. You see everything before it happens.`
      : `You say what becomes of the ${amount} held. You see everything before it happens.`;
  }
  const ends = milestonesOf(room).find(({ status }) => status === 'submitted')?.review_ends;
  if (name === 'submit_work' && ends !== undefined) {
    return `Keeps the clock: still ${scene.when(ends)}.`;
  }
  return commandHint(name as WordedCommand);
}

function notNowAct({ name, can }: { name: string; can: NotAllowed }, room: Room): NotNowAct {
  return {
    label: commandLabel(name),
    why: saidIn(room, { rejected: can.not, facts: can.facts }),
    instead: insteadLinks(room, (can.instead ?? []).slice(0, 3)),
  };
}
