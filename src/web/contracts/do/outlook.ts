// Where a proposal leads when the other side agrees, and an accepted offer when everything goes
// as planned: the last column of the table of effects. Worked out by the domain from the contract
// of the preview, by the very commands that would do it.
import { consequencesOf } from '../../../domain/consequences.ts';
import { givenToLook } from '../../../domain/given.ts';
import { largest, money } from '../../../domain/money/money.ts';
import { otherParty } from '../../../domain/people.ts';
import { isRejection } from '../../../domain/rejections.ts';
import type { ContractPreview } from '../../../engine/requests.ts';
import type { Outlook } from '../../confirm/effects.ts';
import { ifAllReleased } from '../../offers/money/if-all-released.ts';
import { otherName, type Room } from '../room.ts';

const accepting = new Set(['accept_offer', 'accept_counter']);

/** Null where silence is what follows. */
export function outlookOf(command: string, preview: ContractPreview, room: Room): Outlook | null {
  if (command === 'propose_cancel') return ifAgreed('accept_cancel', preview, room);
  if (command === 'propose_change') return ifAgreed('accept_change', preview, room);
  if (!accepting.has(command)) return null;
  const sums = ifAllReleased(preview);
  const moment = { title: 'If all is released', note: 'milestone by milestone' };
  return sums === null ? null : { moment, sums };
}

type Agreeing = 'accept_cancel' | 'accept_change';

function ifAgreed(type: Agreeing, { after, at }: ContractPreview, room: Room): Outlook | null {
  const proposal = type === 'accept_cancel' ? after.cancel : after.change;
  if (proposal === null) return null;
  const as = otherParty(proposal.by);
  // Whoever agrees to pay more has enough for it; the page says what it would cost.
  const enough = (currency: string) => money(largest * 1000n, currency);
  const given = givenToLook(at, after.terms.policy, enough);
  const agreed = consequencesOf(after, { type, by: { as, person: after[as] } }, given, after.id);
  if (isRejection(agreed)) return null;
  const moment = { title: `If ${otherName(room)} agrees`, note: 'at that moment' };
  return { moment, sums: agreed.done.state.money };
}
