// The freelancer submits work for a funded milestone. The review window begins; silence then
// releases the payment. Submitting again before an answer keeps the clock.
import type { CommandFile } from '../../decision.ts';
import { firstOf, reject } from '../../rejections.ts';
import type { Milestone } from '../contract.ts';
import { isActive, isNotDisputed, isNotSettled } from '../guards.ts';
import { maybe } from '../seen/parts.ts';

function holdsMoney(m: Milestone) {
  const funded = m.status === 'funded' || m.status === 'submitted';
  return funded ? null : reject('milestone_not_funded', { milestone: m.id });
}

export const submitWork: CommandFile<'submit_work'> = {
  who: ['freelancer'],
  guard: (c) => isActive(c),
  guardMilestone: (_c, m) => firstOf(isNotSettled(m), isNotDisputed(m), holdsMoney(m)),
  decide: (_c, { milestone, note, files }) => [
    { type: 'work_submitted', milestone, note: note ?? null, ...maybe('files', files) },
  ],
};
