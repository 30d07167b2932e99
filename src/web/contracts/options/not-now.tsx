// What is not possible now: why, from when silence would make it so, and links to what comes
// closest. What has no object here, such as answers to proposals nobody made, is folded away.
import type { NotNowView } from '../../../domain/advice/advice-view.ts';
import type { RejectionCode } from '../../../domain/rejections.ts';
import { closingOf, notNowSaid, wayPhrase } from '../../../words/advice/not-now-said.ts';
import { isZeroAmount } from '../../../words/money.ts';
import { Acts, type NotNowAct } from '../../parts/acts.tsx';
import { Section } from '../../parts/layout.tsx';
import { insteadLinks } from '../do/refusal.tsx';
import { milestonesOf, type Room } from '../room.ts';
import type { Options } from './seen.ts';

/** Refusals that only say that there is nothing of the kind, or nothing any more. */
const noObject: readonly RejectionCode[] = [
  ...(['offer_not_pending', 'offer_has_expired', 'contract_is_offered'] as const),
  ...(['no_change_pending', 'no_proposal', 'no_clarification', 'no_failed_charge'] as const),
  ...(['no_refund_request', 'no_payment_request', 'no_dispute', 'contract_not_dormant'] as const),
  ...(['feedback_already_given', 'not_your_decision', 'own_proposal'] as const),
  ...(['change_not_allowed', 'feedback_not_revealed', 'wrong_dispute_stage'] as const),
];

/** What people reach for after the end; every other work is over, and says so in one place. */
const afterTheEnd = new Set([
  ...['submit_work', 'fund_milestone', 'propose_change', 'propose_cancel', 'dispute_milestone'],
]);
const beforeTheEnd = new Set(['give_feedback', 'propose_reopen']);

/** What the other side decides and the reader may well wait for. */
function isAwaited(name: string, room: Room): boolean {
  const stands = milestonesOf(room).map(({ status }) => status);
  switch (name) {
    case 'release_payment':
      return !isZeroAmount(room.view.money.escrow);
    case 'fund_milestone':
      return room.view.accepted !== undefined && stands.includes('planned');
    case 'submit_work':
      return room.view.status === 'active' && stands.includes('funded');
    case 'approve_escrow_refund':
    case 'withdraw_escrow_refund':
      return room.view.escrow_refund?.status === 'open';
    case 'rehire':
      return room.view.status === 'ended';
    default:
      return false;
  }
}

export function isNear({ command, code }: NotNowView, room: Room): boolean {
  if (code === 'not_your_decision') return isAwaited(command, room);
  if (/^(accept|decline|withdraw|answer)_/.test(command)) return false;
  if (code === 'contract_has_ended') return afterTheEnd.has(command);
  if (code === 'contract_not_ended') return beforeTheEnd.has(command);
  return !noObject.includes(code);
}

export function notNowAct(one: NotNowView, room: Room, { roads }: Options): NotNowAct {
  const closing = closingOf(roads);
  const { title, why, opens } = notNowSaid(one, room.scene, closing);
  const ways = one.closest.slice(0, 4);
  return {
    label: title,
    why: opens === '' ? why : `${why} ${opens}`,
    instead: insteadLinks(room, ways).map((link, index) => ({
      ...link,
      label: wayPhrase(ways[index] ?? '', closing, room.scene),
    })),
  };
}

/** The far ones: there, but folded away. */
export function FarAway({ room, options }: { room: Room; options: Options }) {
  const far = options.notNow.filter((one) => !isNear(one, room));
  if (far.length === 0) return null;
  return (
    <details class="above-4">
      <summary>{far.length} others that are not possible now, and why</summary>
      <div class="above-3">
        <Acts possible={[]} notNow={far.map((one) => notNowAct(one, room, options))} />
      </div>
    </details>
  );
}

export function NotNow({ room, options }: { room: Room; options: Options }) {
  const all = options.notNow;
  const near = all.filter((one) => isNear(one, room));
  if (all.length === 0) return null;
  return (
    <Section id="not-now" title="Not possible now, and what comes closest">
      <Acts possible={[]} notNow={near.map((one) => notNowAct(one, room, options))} headless />
      <FarAway room={room} options={options} />
    </Section>
  );
}
