// What pressing the button does, in one sentence in the present tense: it opens the confirm page.
// The amounts come from the preview's events, which are what will be written.
import type { ContractView } from '../../../domain/contracts/seen/view.ts';
import type { SeenEvent, SeenEventOf } from '../../../domain/contracts/seen-event.ts';
import { commandHint, type WordedCommand } from '../../../words/commands.ts';
import { isZeroAmount } from '../../../words/money.ts';
import {
  amountOf,
  capital,
  listed,
  type Scene,
  subject,
  summed,
  titleOf,
  verb,
  Who,
  whom,
} from '../../../words/scene.ts';
import { disputeEffect } from '../disputes/effect-sentence.ts';

type Moving = 'payment_released' | 'escrow_returned' | 'escrow_refund_requested';

function sumOf(events: readonly SeenEvent[], type: Moving, scene: Scene): string | null {
  const amounts = events.flatMap((one) =>
    one.type === type ? [(one as SeenEventOf<Moving>).amount] : [],
  );
  const sum = summed(scene, amounts);
  return isZeroAmount(sum) ? null : amountOf(scene, sum);
}

function first<T extends SeenEvent['type']>(
  events: readonly SeenEvent[],
  type: T,
): SeenEventOf<T> | undefined {
  return events.find((one) => one.type === type) as SeenEventOf<T> | undefined;
}

/** "You pay $450.00 and ask Noor Haddad for $750.00 back." */
export function effectSentence(
  name: string,
  events: readonly SeenEvent[],
  scene: Scene,
  after: ContractView,
): string {
  switch (name) {
    case 'end_contract':
      return endingText(events, scene) + underReview(after, scene);
    case 'accept_cancel':
      return togetherText(events, scene);
    case 'fund_milestone':
    case 'retry_charge':
      return fundingText(events, scene) ?? hintOf(name);
    case 'release_payment':
    case 'withdraw_escrow_refund':
      return releaseText(events, scene) ?? hintOf(name);
    case 'approve_escrow_refund':
    case 'withdraw_offer':
    case 'decline_offer':
      return backText(events, scene) ?? hintOf(name);
    case 'propose_cancel':
      return proposedText(events, scene) ?? hintOf(name);
    default:
      return disputeEffect(events, scene) ?? hintOf(name);
  }
}

function hintOf(name: string): string {
  return commandHint(name as WordedCommand);
}

function endingText(events: readonly SeenEvent[], scene: Scene): string {
  const paid = sumOf(events, 'payment_released', scene);
  const asked = sumOf(events, 'escrow_refund_requested', scene);
  const back = sumOf(events, 'escrow_returned', scene);
  const other = whom(scene, 'freelancer');
  const does = [
    ...(paid === null ? [] : [`${verb(scene, 'client', 'pays', 'pay')} ${other} ${paid}`]),
    ...(asked === null ? [] : [askText(asked, paid !== null, scene)]),
  ];
  if (does.length > 0) return `${Who(scene, 'client')} ${listed(does)}.`;
  if (back !== null)
    return `All ${back} that is held goes back to ${whom(scene, 'client')} at once.`;
  return 'The contract ends. No money moves when you press.';
}

/** Work that is under review keeps its clock when the client ends. */
function underReview({ milestones }: ContractView, scene: Scene): string {
  const [entry] = Object.entries(milestones).filter(([, { status }]) => status === 'submitted');
  if (entry === undefined) return '';
  const [id, { escrow, review_ends: ends }] = entry;
  const until = ends === undefined ? '' : ` until ${scene.when(ends)}`;
  return ` ${titleOf(scene, id)}, ${amountOf(scene, escrow)}, stays under review${until}.`;
}

function askText(asked: string, alsoPays: boolean, scene: Scene): string {
  const asks = verb(scene, 'client', 'asks', 'ask');
  return alsoPays
    ? `${asks} for the other ${asked} back`
    : `${asks} ${whom(scene, 'freelancer')} for all ${asked} back`;
}

function togetherText(events: readonly SeenEvent[], scene: Scene): string {
  const paid = sumOf(events, 'payment_released', scene);
  const back = sumOf(events, 'escrow_returned', scene);
  const parts = [
    ...(paid === null ? [] : [`${paid} goes to ${whom(scene, 'freelancer')}`]),
    ...(back === null ? [] : [`${back} goes back to ${whom(scene, 'client')}`]),
  ];
  return parts.length === 0
    ? 'The contract ends at once. No money is held.'
    : `The contract ends at once: ${listed(parts)}.`;
}

function fundingText(events: readonly SeenEvent[], scene: Scene): string | null {
  const held = first(events, 'milestone_funded');
  if (held !== undefined) {
    const amount = amountOf(scene, held.amount);
    return `${amount} moves from your balance and is held for ${titleOf(scene, held.milestone)}.`;
  }
  const charge = first(events, 'charge_requested');
  if (charge === undefined) return null;
  const amount = amountOf(scene, charge.amount);
  const title = titleOf(scene, charge.milestone);
  return `Your card is charged ${amount}. It is held for ${title} when the charge goes through.`;
}

function releaseText(events: readonly SeenEvent[], scene: Scene): string | null {
  const releases = events.filter((one) => one.type === 'payment_released');
  const [one] = releases;
  const paid = sumOf(events, 'payment_released', scene);
  if (one === undefined || paid === null) return null;
  const nets = releases.map((release) => release.net);
  const net = amountOf(scene, summed(scene, nets));
  const fee = isZeroAmount(one.fee) ? '' : ` after the ${scene.fees.freelancer} fee`;
  const gets = subject(scene, 'freelancer', 'gets', 'get');
  const start = `You release ${paid}. ${gets} ${net}${fee}.`;
  const moved = one.moved;
  if (moved === null) return start;
  const rest = amountOf(scene, moved.amount);
  return `${start} The other ${rest} moves to ${titleOf(scene, moved.to)}.`;
}

function backText(events: readonly SeenEvent[], scene: Scene): string | null {
  const back = sumOf(events, 'escrow_returned', scene);
  return back === null ? null : `${back} goes back to ${whom(scene, 'client')} at once.`;
}

function proposedText(events: readonly SeenEvent[], scene: Scene): string | null {
  const proposed = first(events, 'cancel_proposed');
  if (proposed === undefined) return null;
  const client = whom(scene, 'client');
  const part = isZeroAmount(proposed.to_freelancer)
    ? `everything that is held goes back to ${client}`
    : `${amountOf(scene, proposed.to_freelancer)} of what is held goes to ${whom(scene, 'freelancer')} and the rest back to ${client}`;
  return `${capital(part)}, and the contract ends, once the other side agrees.`;
}
