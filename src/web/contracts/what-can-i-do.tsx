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
import { candidatesFor, isAboutMilestone } from './do/candidates.ts';
import { insteadLinks, saidIn } from './do/refusal.tsx';
import { hrefOf } from './next-panel.tsx';
import type { Room } from './room.ts';

/** As people read them: what goes on with the work first, changes and answers next, ending last. */
const order: readonly string[] = [
  ...['accept_offer', 'counter_offer', 'decline_offer', 'revise_offer', 'withdraw_offer'],
  ...['accept_counter', 'decline_counter', 'withdraw_counter'],
  ...['release_payment', 'request_changes', 'fund_milestone', 'submit_work'],
  ...['withdraw_submission', 'approve_escrow_refund', 'withdraw_escrow_refund', 'give_feedback'],
  ...['answer_clarification', 'ask_clarification'],
  ...['accept_change', 'decline_change', 'withdraw_change', 'propose_change'],
  ...['add_milestone', 'edit_milestone', 'remove_milestone'],
  ...['accept_cancel', 'decline_cancel', 'withdraw_cancel', 'propose_cancel', 'end_contract'],
];

/** Refusals that only say that there is nothing of the kind to be answered or taken back. */
const noObject: readonly RejectionCode[] = [
  'offer_not_pending',
  'offer_has_expired',
  'contract_is_offered',
  'no_change_pending',
  'no_proposal',
  'no_clarification',
  'no_refund_request',
];

type Entry = readonly [name: string, can: true | NotAllowed];

export function WhatCanIDo({ room }: { room: Room }) {
  const entries = Object.entries(room.can) as Entry[];
  const all = entries.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  if (all.length === 0) return null;
  const possible = all.filter(([, can]) => can === true).map(([name]) => possibleAct(name, room));
  const refused = all.flatMap(([name, can]) => (can === true ? [] : [{ name, can }]));
  const near = refused.filter(({ can }) => !noObject.includes(can.not));
  const far = refused.filter(({ can }) => noObject.includes(can.not));
  return (
    <Section id="acts" title="What can I do?">
      <Acts possible={possible} notNow={near.map((one) => notNowAct(one, room))} />
      {far.length > 0 && (
        <details class="above-4">
          <summary>{far.length} more that have nothing to act on now</summary>
          <div class="above-3">
            <Acts possible={[]} notNow={far.map((one) => notNowAct(one, room))} />
          </div>
        </details>
      )}
    </Section>
  );
}

function possibleAct(name: string, room: Room): PossibleAct {
  return {
    href: hrefOf(name, room),
    label: `${labelOf(name, room)}…`,
    effect: effectOf(name, room),
    stop: name === 'end_contract',
  };
}

/** With the milestone's name where only one can be meant. */
function labelOf(name: string, room: Room): string {
  const [only, another] = isAboutMilestone(name) ? candidatesFor(name, room) : [];
  const label = commandLabel(name);
  return only === undefined || another !== undefined ? label : `${label}: “${only.title}”`;
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
  return commandHint(name as WordedCommand);
}

function notNowAct({ name, can }: { name: string; can: NotAllowed }, room: Room): NotNowAct {
  return {
    label: commandLabel(name),
    why: saidIn(room, { rejected: can.not, facts: can.facts }),
    instead: insteadLinks(room, (can.instead ?? []).slice(0, 3)),
  };
}
