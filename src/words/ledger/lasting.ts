// How lasting a movement of money is, beside it: final, or reversible until when and by what.
import type { Party } from '../../domain/people.ts';

export type WordedLasting = {
  readonly rule: 'final' | 'refund' | 'held' | 'disputed' | 'confirming';
  readonly until?: string;
  readonly clears?: string;
};

/** `when` tells a moment as the place needs it: "Friday, 4 December". */
export function lastingText(
  { rule, until, clears }: WordedLasting,
  party: Party,
  when: (at: string) => string,
): string {
  const later = clears === undefined ? '' : ` It becomes available on ${when(clears)}.`;
  switch (rule) {
    case 'final':
      return `Final.${later}`;
    case 'refund': {
      const giver = party === 'freelancer' ? 'you give' : 'the freelancer gives';
      return `Final, but for a refund that ${giver} until ${when(until ?? '')}.${later}`;
    }
    case 'held':
      return heldText(party, until === undefined ? null : when(until));
    case 'disputed':
      return 'In dispute: it stays where it is until the dispute is closed.';
    case 'confirming':
      return 'On its way: final when the payment provider confirms it, back if that fails.';
  }
}

function heldText(party: Party, silence: string | null): string {
  const you = party === 'client' ? 'you release it' : 'it is released';
  if (silence === null) return `Held until ${you}. It goes back only by an end or an agreement.`;
  return `Held until ${you}; silence releases it on ${silence}.`;
}
