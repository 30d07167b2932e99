// Where a proposal leads when the other side agrees, and an accepted offer when everything goes
// as planned: the last column of the table of effects. Worked out by the domain from the contract
// of the preview, by the very commands that would do it.
import { consequencesOf } from '../../../domain/consequences.ts';
import type { Given } from '../../../domain/given.ts';
import { zero } from '../../../domain/money/money.ts';
import { otherParty } from '../../../domain/people.ts';
import { isRejection } from '../../../domain/rejections.ts';
import type { ContractPreview } from '../../../engine/requests.ts';
import type { Outlook } from '../../confirm/effects.ts';
import { ifAllReleased } from '../../offers/money/if-all-released.ts';
import { otherName, type Room } from '../room.ts';

const accepting = new Set(['accept_offer', 'accept_counter']);

/** Null where silence is what follows. */
export function outlookOf(command: string, preview: ContractPreview, room: Room): Outlook | null {
  if (command === 'propose_cancel') return ifAgreed(preview, room);
  if (!accepting.has(command)) return null;
  const sums = ifAllReleased(preview);
  const moment = { title: 'If all is released', note: 'milestone by milestone' };
  return sums === null ? null : { moment, sums };
}

function ifAgreed({ after, at }: ContractPreview, room: Room): Outlook | null {
  const { cancel } = after;
  if (cancel === null) return null;
  const as = otherParty(cancel.by);
  const given: Given = {
    now: at,
    policy: after.terms.policy,
    // Ending together pays out of what is held and asks for no balance.
    clientAvailable: (currency) => zero(currency),
    clientCanBeCharged: false,
  };
  const command = { type: 'accept_cancel', by: { as, person: after[as] } } as const;
  const agreed = consequencesOf(after, command, given, after.id);
  if (isRejection(agreed)) return null;
  const moment = { title: `If ${otherName(room)} agrees`, note: 'at once' };
  return { moment, sums: agreed.done.state.money };
}
